import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TakenLogin } from '@/api/types';
import { StatusDot } from '@/ui/StatusDot';
import { useFormat } from '@/ui/useFormat';
import classes from './AllTaken.module.css';
import { nameOf } from './holders';

type Props = {
  login: TakenLogin;
  /** This login is being ended. */
  isEnding: boolean;
  /** An answer is waited for, about whichever. */
  isBusy: boolean;
  onEnd: () => void;
};

/** Somebody who has a login. What they work in can't be ended, so then there is no button. */
export function Holder({ login, isEnding, isBusy, onEnd }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = nameOf(login);
  return (
    <li className={classes.holder}>
      <div className={classes.who}>
        <strong className={classes.name}>{name}</strong>
        <StatusDot tone={login.idle ? 'warn' : 'busy'}>
          {t(login.idle ? 'logins.idle' : 'logins.busy')}
        </StatusDot>
      </div>
      <div className={classes.times}>
        <div>{format.pair(t('logins.since'), format.time(login.since))}</div>
        <div>{format.pair(t('logins.heard'), format.time(login.heard_at))}</div>
      </div>
      {login.idle && (
        <Button
          variant="default"
          size="xs"
          classNames={{ root: classes.end, label: classes.endLabel }}
          aria-label={format.pair(t('logins.end'), name)}
          loading={isEnding}
          disabled={isBusy}
          onClick={onEnd}
        >
          {t('logins.end')}
        </Button>
      )}
    </li>
  );
}
