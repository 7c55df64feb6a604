import { Loader, UnstyledButton } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { Person } from '@/api/types';
import { Icon } from '@/ui/Icon';
import classes from './AvatarButton.module.css';
import { Face } from './Face';

// The cropping library is not for those who only look.
const AvatarDialog = lazy(() => import('./AvatarDialog'));

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
      {open && (
        <Suspense fallback={null}>
          <AvatarDialog person={person} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
