import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Versioned } from '@/api/http';
import type { Member } from '@/api/types';
import { useUser } from '@/api/useSession';
import { Icon } from '@/ui/Icon';
import { lazyPart } from '@/ui/lazyPart';
import { InviteAgain } from './InviteAgain';

const DeleteUser = lazyPart(() => import('./DeleteUser').then((module) => module.DeleteUser));
const Suspension = lazyPart(() => import('./Suspension').then((module) => module.Suspension));

type Asked = 'delete' | 'status';

/** What is done with a user as a whole; nobody does it to themselves. */
export function UserActions({ known }: { known: Versioned<Member> }) {
  const { t } = useTranslation();
  const me = useUser();
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const { id, status } = known.thing;
  if (id === me?.id) return null;
  return (
    <Group gap="xs">
      {status === 'invited' && <InviteAgain user={known.thing} />}
      {status !== 'invited' && (
        <Button variant="default" onClick={() => setAsked('status')}>
          {t(status === 'suspended' ? 'users.resume' : 'users.suspend')}
        </Button>
      )}
      <Button
        variant="default"
        c="var(--mantine-color-error)"
        leftSection={<Icon name="trash" size={16} />}
        onClick={() => setAsked('delete')}
      >
        {t('users.delete')}
      </Button>
      {asked === 'status' && <Suspension known={known} onClose={close} />}
      {asked === 'delete' && <DeleteUser known={known} onClose={close} />}
    </Group>
  );
}
