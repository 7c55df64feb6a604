import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Versioned } from '@/api/http';
import type { Member } from '@/api/types';
import { updateUser } from '@/api/users';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { nameOf } from './names';
import { useUsersChanged } from './queries';

type Props = { known: Versioned<Member>; onClose: () => void };

/** Keeps somebody out for a while, or lets them in again. */
export function Suspension({ known: { thing: user, etag }, onClose }: Props) {
  const { t } = useTranslation();
  const changed = useUsersChanged();
  const what = user.status === 'suspended' ? 'resume' : 'suspend';
  const saving = useMutation({
    mutationFn: () => updateUser(user.id, { status: what === 'resume' ? 'active' : 'suspended' }, etag),
    onSuccess: () => {
      onClose();
      return changed(user.id);
    },
    // What is changed should be what was seen.
    onError: () => changed(user.id),
  });
  return (
    <Dialog title={t(`users.${what}_title`, { name: nameOf(user) })} onClose={onClose}>
      <Form
        error={saving.error}
        busy={saving.isPending}
        onSubmit={() => saving.mutate()}
        submit={t(`users.${what}`)}
        onCancel={onClose}
        danger={what === 'suspend'}
      >
        <Text>{t(`users.${what}_detail`)}</Text>
      </Form>
    </Dialog>
  );
}
