import { QueryClient } from '@tanstack/react-query';
import { Problem } from '@/api/problem';

/** Once more after a fault or a lost connection; a refusal stays a refusal. */
const again = (failures: number, error: unknown) => {
  const { status } = Problem.of(error);
  return failures < 1 && (status === 0 || status >= 500);
};

export const queries = new QueryClient({
  // "always": without a connection a request fails and says so, instead of waiting in silence.
  defaultOptions: {
    queries: { retry: again, staleTime: 10_000, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});
