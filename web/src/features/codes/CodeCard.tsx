import { Button, CopyButton, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Code, Locale } from '@/api/types';
import { Icon } from '@/ui/Icon';
import classes from './Codes.module.css';
import { addressOf, grouped, mailTo, secondsLeft } from './mail';
import { mailQuery, portalQuery } from './queries';
import { TimeLeft } from './TimeLeft';

type Props = { code: Code; language: Locale; now: number; onTakeBack: () => void };

/** A code that waits, with the ways by which it goes to a customer. */
export function CodeCard({ code: waiting, language, now, onTakeBack }: Props) {
  const { t } = useTranslation();
  const { code, label, portal_id } = waiting;
  const { data: portal } = useQuery(portalQuery(portal_id));
  const { data: mail } = useQuery(mailQuery(language));
  const address = portal && addressOf(location.origin, portal.address, code, language);
  return (
    <li className={classes.card}>
      <div className={classes.head}>
        <strong className={classes.digits}>{grouped(code)}</strong>
        <TimeLeft seconds={secondsLeft(waiting, now)} />
      </div>
      {label && <div className={classes.label}>{label}</div>}
      {portal && (
        // As one says it on the telephone.
        <div className={classes.address}>
          {t('codes.enter_at', { address: `${location.host}${portal.address}` })}
        </div>
      )}
      <Group gap="xs">
        <CopyButton value={code} timeout={3000}>
          {({ copied, copy }) => (
            <Button
              size="xs"
              leftSection={<Icon name={copied ? 'check' : 'copy'} size={16} />}
              onClick={copy}
            >
              {copied ? t('codes.copied') : t('codes.copy')}
            </Button>
          )}
        </CopyButton>
        {address && (
          <Button size="xs" variant="default" component="a" href={address} target="_blank" rel="noreferrer">
            {t('codes.page')}
          </Button>
        )}
        {address && mail && (
          <Button
            size="xs"
            variant="default"
            component="a"
            href={mailTo(mail, code, address)}
            leftSection={<Icon name="mail" size={16} />}
          >
            {t('codes.mail')}
          </Button>
        )}
        <Button size="xs" variant="default" c="var(--mantine-color-error)" onClick={onTakeBack}>
          {t('codes.take_back')}
        </Button>
      </Group>
    </li>
  );
}
