import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { createApiKey, listApiKeys, revokeApiKey } from '@/api/api-keys';
import { byCursor } from '@/api/pages';

export const apiKeysQuery = infiniteQueryOptions({
  ...byCursor,
  queryKey: ['api-keys'],
  queryFn: ({ pageParam, signal }) => listApiKeys(pageParam, signal),
});

function useApiKeyChange<Input, Answer>(act: (input: Input) => Promise<Answer>, onDone: (a: Answer) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    // The answer holds the key itself, which is not to be kept around.
    gcTime: 0,
    onSuccess: (answer) => {
      onDone(answer);
      return queries.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
    },
  });
}

export const useCreateApiKey = (onDone: (made: Awaited<ReturnType<typeof createApiKey>>) => void) =>
  useApiKeyChange(createApiKey, onDone);

export const useRevokeApiKey = (onDone: () => void) => useApiKeyChange(revokeApiKey, onDone);
