import { useTranslation } from 'react-i18next';
import type { Impact as Told } from '@/api/types';
import { useFormat } from '@/ui/useFormat';
import classes from './Features.module.css';
import type { Value } from './model';
import { useWords } from './words';

/** How many are called by their names. */
const NAMED = 3;

/** For whom what would be different, before it is. */
export function Impact({ impact }: { impact: Told }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  if (impact.features.length === 0)
    return (
      <p className={classes.impact} role="status">
        {t('features.impact_none')}
      </p>
    );
  return (
    <div className={classes.impact} role="status">
      <strong>{t('features.impact')}</strong>
      <ul>
        {impact.features.map(({ key, representatives }) => {
          const these = impact.differences.filter((one) => one.key === key);
          const values = [...new Set(these.map(({ after }) => words.value(after.value as Value)))];
          const names = [...new Set(these.map(({ screen_name }) => screen_name))].slice(0, NAMED);
          const more = representatives - names.length;
          return (
            <li key={key}>
              <strong>{format.pair(words.label(key), values.join(' / '))}</strong>
              {' · '}
              {t('features.people', { count: representatives })}{' '}
              <span className={classes.names}>
                {more > 0 ? `${names.join(', ')} ${t('features.more', { count: more })}` : format.list(names)}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
