import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeatModule } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { AnchorLink } from '@/ui/links';
import { holdersQuery } from './queries';
import classes from './Seats.module.css';

/** Who has a named seat, of those whom one may see; read when somebody asks. */
export function Holders({ module, assigned }: { module: SeatModule; assigned: number }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const users = useQuery({ ...holdersQuery, enabled: open });
  const holders = users.data?.filter(({ seats }) => seats[module] === 'named');
  const unseen = holders ? assigned - holders.length : 0;
  return (
    <details className={classes.holders} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('seats.holders')}</summary>
      {users.isError && <ErrorNotice error={users.error} onRetry={() => void users.refetch()} />}
      {open && users.isPending && <Skeleton h={24} mt={6} />}
      {holders && (
        <ul>
          {holders.map(({ id, first_name, last_name }) => (
            <li key={id}>
              <AnchorLink to="/users/$id" params={{ id }} inherit>
                {`${first_name} ${last_name}`}
              </AnchorLink>
            </li>
          ))}
          {unseen > 0 && (
            <Text component="li" inherit c="dimmed">
              {t('seats.holders_unseen', { count: unseen })}
            </Text>
          )}
        </ul>
      )}
    </details>
  );
}
