import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { requestExport } from '@/api/exports';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { filterOf, isFiltered } from '../search';
import { useCustomerSearch } from './useCustomerSearch';

/** Writes all, or those whom the filter shows, into a file; how far it is shows the page of exports. */
export function ExportButton() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { search } = useCustomerSearch();
  const asking = useMutation({
    mutationFn: () => requestExport(filterOf(search)),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['exports'] });
      void navigate({ to: '/exports' });
    },
  });
  return (
    <>
      <Button variant="default" loading={asking.isPending} onClick={() => asking.mutate()}>
        {t(isFiltered(search) ? 'customers.export_these' : 'customers.export_all')}
      </Button>
      {asking.isError && <ErrorNotice error={asking.error} />}
    </>
  );
}
