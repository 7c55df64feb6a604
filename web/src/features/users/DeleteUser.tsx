import { List } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Versioned } from '@/api/http';
import type { Member } from '@/api/types';
import { deleteUser } from '@/api/users';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { nameOf } from './names';
import { userQuery, useUsersChanged } from './queries';

type Props = { known: Versioned<Member>; onClose: () => void };

const CONSEQUENCES = ['sign_in', 'erased', 'kept', 'time', 'for_good'] as const;

/** Says what becomes of the person's data before it is done, since nothing brings it back (PPL-14). */
export function DeleteUser({ known: { thing: user, etag }, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const changed = useUsersChanged();
  const deleting = useMutation({
    mutationFn: () => deleteUser(user.id, etag),
    onSuccess: async (erasure) => {
      await navigate({ to: '/erasures/$id', params: { id: erasure } });
      queries.removeQueries({ queryKey: userQuery(user.id).queryKey });
      void changed();
    },
    onError: () => changed(user.id),
  });
  return (
    <Dialog title={t('users.delete_title', { name: nameOf(user) })} onClose={onClose}>
      <Form
        error={deleting.error}
        busy={deleting.isPending}
        onSubmit={() => deleting.mutate()}
        submit={t('users.delete_now')}
        onCancel={onClose}
        danger
      >
        <List spacing={6}>
          {CONSEQUENCES.map((name) => (
            <List.Item key={name}>{t(`users.delete_${name}`)}</List.Item>
          ))}
        </List>
      </Form>
    </Dialog>
  );
}
