import { useWindowEvent } from '@mantine/hooks';
import { focusManager, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { connection, knock } from '@/api/connection';
import classes from './Connection.module.css';

const EVERY = 3000;

/** Says that there is no connection, knocks until there is one, and then loads again what had failed. */
export function Connection() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const lost = useSyncExternalStore(connection.onChange, connection.isLost);
  useWindowEvent('offline', () => connection.heard(false));
  useWindowEvent('online', () => void knock());
  useEffect(() => {
    if (!lost) return;
    const knocking = setInterval(() => void knock(), EVERY);
    return () => {
      clearInterval(knocking);
      // Where nobody is there, it waits for whoever comes.
      if (focusManager.isFocused()) void queries.refetchQueries({ type: 'active' });
    };
  }, [lost, queries]);
  return (
    <div role="status" className={classes.place}>
      {lost && <div className={classes.lost}>{t('connection.lost')}</div>}
    </div>
  );
}
