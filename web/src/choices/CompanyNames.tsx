import { useQueries } from '@tanstack/react-query';
import { companyQuery } from './companies';

/** How many companies are called by their names. */
const MOST = 3;

/** A few companies by their names, and how many there are besides. */
export function CompanyNames({ ids }: { ids: string[] }) {
  const found = useQueries({ queries: ids.slice(0, MOST).map((id) => companyQuery(id)) });
  const names = found.map(({ data }) => data?.name).filter(Boolean);
  const more = ids.length - MOST;
  return (
    <>
      {names.join(', ')}
      {more > 0 && ` +${more}`}
    </>
  );
}
