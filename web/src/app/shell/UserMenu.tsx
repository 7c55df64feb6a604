import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { saveLocale } from '@/api/me';
import { signOut } from '@/api/sign-in';
import type { User } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Flyout } from '@/ui/Flyout';
import { Icon } from '@/ui/Icon';
import { AnchorLink } from '@/ui/links';
import { LanguageSelect } from '../LanguageSelect';
import { ThemeSelect } from '../ThemeSelect';
import classes from './UserMenu.module.css';

/** Says who is signed in, with which role, on every page. */
export function UserMenu({ user }: { user: User }) {
  const { t } = useTranslation();
  const leave = useMutation({ mutationFn: signOut });
  const queries = useQueryClient();
  const speak = useMutation({
    mutationFn: saveLocale,
    // What the server has said so far, it said in the other language.
    onSuccess: () => queries.invalidateQueries(),
  });
  const name = `${user.first_name} ${user.last_name}`;
  const role = t(`role.${user.role}`);
  return (
    <Flyout
      label={name}
      buttonClass={classes.button}
      panelClass={classes.panel}
      button={
        <>
          <span className={classes.initials} aria-hidden="true">
            {`${user.first_name.charAt(0)}${user.last_name.charAt(0)}`.toUpperCase()}
          </span>
          <span className={classes.name}>{name}</span>
          <span className={classes.role}>{role}</span>
          <span className={classes.chevron}>
            <Icon name="choose" size={16} />
          </span>
        </>
      }
    >
      {(close) => (
        <div className={classes.choices}>
          <div className={classes.account}>
            {user.account.name}
            <br />
            {user.login}
          </div>
          <AnchorLink to="/profile" size="sm" onClick={close}>
            {t('shell.profile')}
          </AnchorLink>
          <AnchorLink to="/docs" size="sm" onClick={close}>
            {t('shell.api_reference')}
          </AnchorLink>
          <LanguageSelect onChosen={speak.mutate} />
          <ThemeSelect />
          {speak.isError && <ErrorNotice error={speak.error} />}
          {leave.isError && <ErrorNotice error={leave.error} />}
          <Button
            variant="default"
            size="xs"
            leftSection={<Icon name="leave" size={16} />}
            loading={leave.isPending}
            onClick={() => leave.mutate()}
          >
            {t('shell.sign_out')}
          </Button>
        </div>
      )}
    </Flyout>
  );
}
