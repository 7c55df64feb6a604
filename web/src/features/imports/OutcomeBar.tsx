import { useTranslation } from 'react-i18next';
import type { Import } from '@/api/types';
import { useFormat } from '@/ui/useFormat';
import classes from './OutcomeBar.module.css';
import { VERDICT_COLORS, VERDICTS } from './verdicts';

/** How the rows of a file fell out, small enough for a list; in words for those who don't see it. */
export function OutcomeBar({ counts }: { counts: Import['counts'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const parts = VERDICTS.map((key) => ({ key, value: counts[key] ?? 0 })).filter(({ value }) => value > 0);
  const words = parts
    .map(({ key, value }) => format.pair(t(`verdict.${key}`), format.number(value)))
    .join(', ');
  return (
    <span className={classes.bar} role="img" aria-label={words} title={words}>
      {parts.map(({ key, value }) => (
        <span
          key={key}
          className={classes.part}
          style={{ flexGrow: value, background: VERDICT_COLORS[key] }}
        />
      ))}
    </span>
  );
}
