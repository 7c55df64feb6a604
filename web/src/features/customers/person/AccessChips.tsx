import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { Person } from '@/api/types';
import { activationQuery } from '../queries';
import classes from './CustomerHead.module.css';

/** How far they may come in, and whether they have. */
export function AccessChips({ person }: { person: Person }) {
  const { t } = useTranslation();
  const level = person.portal_access ?? 'none';
  const mayAsk = useMay('see_audit') && level !== 'none';
  const { data } = useQuery({ ...activationQuery(person), enabled: mayAsk });
  const state = mayAsk && data && data.state !== 'unknown' ? data.state : undefined;
  return (
    <div className={classes.chips}>
      <span className={classes.chip}>
        {t('customer.chip_access', { level: t(`customers.portal_access.${level}`) })}
      </span>
      {state && (
        <span className={classes.chip} data-state={state}>
          {t(`customer.chip_${state}`)}
        </span>
      )}
    </div>
  );
}
