import { Loader, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { Person } from '@/api/types';
import { Icon } from '@/ui/Icon';
import { lazyPart } from '@/ui/lazyPart';
import classes from './AvatarButton.module.css';
import { Face } from './Face';

// The cropping library is not for those who only look.
const AvatarDialog = lazyPart(() => import('./AvatarDialog').then((module) => module.AvatarDialog));

export function AvatarButton({ person }: { person: Person }) {
  const { t } = useTranslation();
  const mayManage = useMay('manage_customers');
  const [open, setOpen] = useState(false);
  if (!mayManage) return <Face person={person} />;
  return (
    <>
      <UnstyledButton
        className={classes.button}
        aria-label={t('avatar.change')}
        title={t('avatar.change')}
        onClick={() => setOpen(true)}
      >
        <Face person={person} />
        <span className={classes.badge}>
          {person.avatar_pending ? (
            <Loader size={12} />
          ) : (
            <Icon name={person.avatar_problem ? 'warning' : 'edit'} size={13} />
          )}
        </span>
      </UnstyledButton>
      {open && <AvatarDialog person={person} onClose={() => setOpen(false)} />}
    </>
  );
}
