import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { takeLogin } from '@/api/sign-in';
import type { LoginsTaken } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import classes from './AllTaken.module.css';
import { Holder } from './Holder';
import { nameOf, worksAgain } from './holders';

type Props = {
  taken: LoginsTaken;
  /** They are in, or all are still taken. */
  onAnswer: (taken: LoginsTaken | undefined) => void;
  /** To the password again; says why, where nobody has asked for it. */
  onBack: (why?: string) => void;
  /** It is a page of its own. */
  heading?: boolean;
};

/** So many are in sight without scrolling. */
const FEW = 3;

/** All logins of the team are taken (TEA-3): by whom, and the ways on. Nobody's work is ended, only what lies idle. */
export function AllTaken({ taken, onAnswer, onBack, heading }: Props) {
  const { t } = useTranslation();
  const statement = useRef<HTMLParagraphElement>(null);
  const again = useRef<HTMLButtonElement>(null);
  const trying = useMutation({
    mutationFn: (displace: string | null) => takeLogin(taken.ticket, displace),
    onSuccess: onAnswer,
    onError: (error) => {
      // The ticket has grown too old, or they may not sign in any more: the password will tell which.
      if (Problem.of(error).status === 401) onBack(t('logins.late'));
    },
  });
  const { isPending, variables: displaced } = trying;
  useEffect(() => {
    // A button that is busy loses the focus, and one at a person may be gone afterwards.
    if (!isPending) (displaced === null ? again : statement).current?.focus();
  }, [isPending, displaced]);
  const count = taken.available_logins;
  const working = displaced ? worksAgain(taken, displaced) : undefined;
  return (
    <Stack gap="md">
      {heading && (
        <>
          <title>{`${t('logins.title')} · Deskhand`}</title>
          <Title order={1}>{t('logins.title')}</Title>
        </>
      )}
      <div>
        <p ref={statement} tabIndex={-1} className={classes.statement}>
          {t('logins.all', { count })}
        </p>
        <Text c="dimmed" size="sm">
          {taken.taken.some(({ idle }) => idle) ? t('logins.may_end') : t('logins.none_idle', { count })}
        </Text>
      </div>
      {trying.isError && <ErrorNotice error={trying.error} />}
      <ul
        className={classes.holders}
        aria-label={t('logins.now')}
        // A list that scrolls is to be scrolled by keyboard, too.
        tabIndex={taken.taken.length > FEW ? 0 : undefined}
      >
        {taken.taken.map((login) => (
          <Holder
            key={login.user_id}
            login={login}
            isEnding={isPending && displaced === login.user_id}
            isBusy={isPending}
            onEnd={() => trying.mutate(login.user_id)}
          />
        ))}
      </ul>
      <p role="status" className={classes.said}>
        {trying.data &&
          (working ? t('logins.works_again', { name: nameOf(working) }) : t('logins.still', { count }))}
      </p>
      <Button
        ref={again}
        loading={isPending && displaced === null}
        disabled={isPending}
        onClick={() => trying.mutate(null)}
      >
        {t('common.retry')}
      </Button>
      <Anchor component="button" type="button" size="sm" onClick={() => onBack()}>
        {t('second_step.back')}
      </Anchor>
    </Stack>
  );
}
