import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { listCompanies } from '@/api/customers';
import { useMay } from '@/api/permissions';

const MOST = 5;

/** The first companies whose name begins as one types. */
export function useFoundCompanies(typed: string) {
  const may = useMay('see_companies');
  const [text] = useDebouncedValue(typed, 150);
  const found = useQuery({
    queryKey: ['companies', 'palette', text],
    queryFn: ({ signal }) => listCompanies(text, signal),
    enabled: may && text !== '',
    placeholderData: keepPreviousData,
  });
  return typed === '' || text === '' ? [] : (found.data?.items.slice(0, MOST) ?? []);
}
