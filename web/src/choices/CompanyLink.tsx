import { useQuery } from '@tanstack/react-query';
import { AnchorLink } from '@/ui/links';
import { companyQuery } from './companies';

/** A company by its name; leads to its page. */
export function CompanyLink({ id }: { id: string }) {
  const { data } = useQuery(companyQuery(id));
  return data ? (
    <AnchorLink to="/companies/$id" params={{ id }}>
      {data.name}
    </AnchorLink>
  ) : null;
}
