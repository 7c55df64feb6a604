import { useQueries } from '@tanstack/react-query';
import { useFormat } from '@/ui/useFormat';
import { companyQuery } from './companies';

/** Some companies by their names. */
export function CompanyNames({ ids }: { ids: string[] }) {
  const format = useFormat();
  const found = useQueries({ queries: ids.map(companyQuery) });
  return format.list(found.map(({ data }) => data?.name ?? '…'));
}
