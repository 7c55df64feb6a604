import { type Query, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from '@/api/problem';

/** Once more after a fault or a lost connection; a refusal stays a refusal. */
const again = (failures: number, error: unknown) => {
  const { status } = Problem.of(error);
  return failures < 1 && (status === 0 || status >= 500);
};

/** What the server refuses by now is not shown from memory either; nor what else was read before and may tell of it. */
function forget(error: unknown, query: Query<unknown, unknown>) {
  const { status } = Problem.of(error);
  if ((status !== 403 && status !== 404) || query.state.data === undefined) return;
  query.setState({ data: undefined, dataUpdatedAt: 0 });
  queries.removeQueries({ type: 'inactive' });
}

export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: forget }),
  // "always": without a connection a request fails and says so, instead of waiting in silence.
  defaultOptions: {
    queries: { retry: again, staleTime: 10_000, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});
