import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createPortal } from '@/api/portals';
import { Problem } from '@/api/problem';
import { Form } from '@/ui/Form';
import { BackLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { useLeaveGuard } from '@/ui/useLeaveGuard';
import { PortalFields } from './form/PortalFields';
import { usePortalFields } from './usePortalFields';
import { blank, changedParts, whole } from './values';

export function NewPortalPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const form = usePortalFields(blank);
  const saving = useMutation({
    mutationFn: () => createPortal(whole(form.values)),
    onSuccess: async ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['portals'] });
      await navigate({ to: '/portals/$id', params: { id }, ignoreBlocker: true });
    },
    onError: (error) => form.refuse(Problem.of(error)),
  });
  useLeaveGuard(changedParts(blank, form.values).length > 0 && !saving.isPending && !saving.isSuccess);
  return (
    <>
      <PageHeader
        title={t('shell.new_portal')}
        subtitle={t('portals.new_intro')}
        before={<BackLink to="/portals">{t('shell.portals')}</BackLink>}
      />
      <Form
        error={saving.error}
        busy={saving.isPending}
        onSubmit={() => saving.mutate()}
        submit={t('portals.create')}
        onCancel={() => void navigate({ to: '/portals' })}
        sticky
      >
        <PortalFields form={form} isNew />
      </Form>
    </>
  );
}
