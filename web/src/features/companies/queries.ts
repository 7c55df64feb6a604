import { infiniteQueryOptions, keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query';
import { changeCompany, createCompany, deleteCompany, listCompanyPage } from '@/api/companies';
import { byCursor } from '@/api/pages';

export const companyPagesQuery = (text: string | undefined) =>
  infiniteQueryOptions({
    ...byCursor,
    queryKey: ['companies', 'pages', text ?? ''],
    queryFn: ({ pageParam, signal }) => listCompanyPage(text, pageParam, signal),
    placeholderData: keepPreviousData,
  });

/** What has changed here is shown elsewhere too: with customers, in choices. */
function useCompanyChange<Input>(act: (input: Input) => Promise<unknown>, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      onDone();
      for (const key of ['companies', 'customers']) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

/** Adds a company, or renames the one with this id. */
export const useSaveCompany = (id: string | undefined, onDone: () => void) =>
  useCompanyChange((name: string) => (id ? changeCompany(id, { name }) : createCompany({ name })), onDone);

export const useDeleteCompany = (onDone: () => void) => useCompanyChange(deleteCompany, onDone);
