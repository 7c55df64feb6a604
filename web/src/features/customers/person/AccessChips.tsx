import { useTranslation } from 'react-i18next';
import type { Person } from '@/api/types';
import classes from './CustomerHead.module.css';

/** How far they may come in, and whether they have. */
export function AccessChips({ person }: { person: Person }) {
  const { t } = useTranslation();
  const level = person.portal_access ?? 'none';
  const { state } = person.activation;
  return (
    <div className={classes.chips}>
      <span className={classes.chip}>
        {t('customer.chip_access', { level: t(`customers.portal_access.${level}`) })}
      </span>
      {level !== 'none' && (
        <span className={classes.chip} data-state={state}>
          {t(`customers.activation_state.${state}`)}
        </span>
      )}
    </div>
  );
}
