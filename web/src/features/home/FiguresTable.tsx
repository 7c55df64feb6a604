import { useTranslation } from 'react-i18next';
import type { DayFigures } from '@/api/types';
import { useFormat } from '@/ui/useFormat';
import classes from './FiguresTable.module.css';
import { spansOf } from './weeks';

/** The figures of the chart to read, by days or weeks, the newest first. */
export function FiguresTable({ days }: { days: DayFigures[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const when = (from: string, to: string) =>
    from === to ? format.day(from) : `${format.day(from)} – ${format.day(to)}`;
  return (
    <details className={classes.details}>
      <summary className={classes.summary}>{t('home.as_table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div className={classes.scroll} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('home.when')}</th>
              <th scope="col">{t('home.column_added')}</th>
              <th scope="col">{t('home.column_removed')}</th>
              <th scope="col">{t('home.column_total')}</th>
            </tr>
          </thead>
          <tbody>
            {spansOf(days).map(({ from, to, added, removed, total }) => (
              <tr key={to}>
                <th scope="row">{when(from, to)}</th>
                <td>{format.number(added)}</td>
                <td>{format.number(removed)}</td>
                <td>{format.number(total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
