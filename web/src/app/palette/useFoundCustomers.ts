import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { listCustomers } from '@/api/customers';
import { useMay } from '@/api/permissions';

const MOST = 7;

/** The first customers whose name or e-mail fits, as one types. */
export function useFoundCustomers(typed: string) {
  const may = useMay('see_customers');
  const [text] = useDebouncedValue(typed, 150);
  const found = useQuery({
    queryKey: ['customers', 'palette', text],
    queryFn: ({ signal }) => listCustomers({ text }, undefined, signal),
    enabled: may && text !== '',
    placeholderData: keepPreviousData,
  });
  const customers = typed === '' || text === '' ? [] : (found.data?.items.slice(0, MOST) ?? []);
  return { customers, searching: typed !== '' && (text !== typed || found.isFetching), error: found.error };
}
