import { queryOptions } from '@tanstack/react-query';
import { getPortalMe } from '@/api/portal';

export const portalMeQuery = queryOptions({
  queryKey: ['portal', 'me'],
  queryFn: ({ signal }) => getPortalMe(signal),
});
