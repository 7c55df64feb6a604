import { List, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Versioned } from '@/api/http';
import { useMay } from '@/api/permissions';
import { deletePortal } from '@/api/portals';
import type { Portal } from '@/api/types';
import { portalsQuery } from '@/choices/portals';
import { teamsQuery } from '@/choices/teams';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { useFormat } from '@/ui/useFormat';
import { portalQuery, usePortalsChanged } from './queries';

const CONSEQUENCES = ['address', 'slug', 'queries'] as const;

/** Says what becomes of it before it is done; what teams serve stays. */
export function DeletePortal({ known, onClose }: { known: Versioned<Portal>; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const changed = usePortalsChanged();
  const { data: teams = [] } = useQuery({ ...teamsQuery, enabled: useMay('see_teams') });
  const { id, name, address } = known.thing;
  const serving = teams.filter(({ portal_id }) => portal_id === id);
  const deleting = useMutation({
    mutationFn: () => deletePortal(id, known.etag),
    onSuccess: async () => {
      queries.setQueryData(portalsQuery.queryKey, (before) => before?.filter((portal) => portal.id !== id));
      await navigate({ to: '/portals' });
      queries.removeQueries({ queryKey: portalQuery(id).queryKey });
      void changed();
    },
    onError: () => changed(),
  });
  return (
    <Dialog title={t('portals.delete_title', { portal: name })} onClose={onClose}>
      <Form
        error={deleting.error}
        busy={deleting.isPending}
        onSubmit={() => deleting.mutate()}
        submit={t('portals.delete')}
        onCancel={onClose}
        disabled={serving.length > 0}
        danger
      >
        {serving.length > 0 ? (
          <Text>
            {t('portals.delete_served', {
              count: serving.length,
              teams: format.list(serving.map((team) => team.name)),
            })}
          </Text>
        ) : (
          <List spacing={6}>
            {CONSEQUENCES.map((one) => (
              <List.Item key={one}>{t(`portals.delete_${one}`, { address })}</List.Item>
            ))}
          </List>
        )}
      </Form>
    </Dialog>
  );
}
