import { useTranslation } from 'react-i18next';
import classes from './DayChart.module.css';
import { useFormat } from './useFormat';

type Series<Key extends string> = { key: Key; name: string; color: string };

type Props<Key extends string> = {
  label: string;
  /** Every day of the span, the oldest first. */
  days: ({ day: string } & Record<Key, number>)[];
  /** Stacked from the ground up. */
  series: Series<Key>[];
};

const HEIGHT = 120;
const WIDTH = 10;
const GAP = 2;

/** A bar for each day. The same numbers are in a table for whoever would rather read, or can't see. */
export function DayChart<Key extends string>({ label, days, series }: Props<Key>) {
  const { t } = useTranslation();
  const format = useFormat();
  const sum = (day: (typeof days)[number]) => series.reduce((total, { key }) => total + day[key], 0);
  const most = Math.max(1, ...days.map(sum));
  const [first, last] = [days[0], days.at(-1)];
  const busy = days.filter((day) => sum(day) > 0);
  return (
    <figure className={classes.figure}>
      <div className={classes.chart} aria-hidden="true">
        <span className={classes.most}>{format.number(most)}</span>
        <svg
          aria-hidden="true"
          className={classes.bars}
          viewBox={`0 0 ${days.length * WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
        >
          {days.map((day, at) => {
            let ground = HEIGHT;
            return (
              <g key={day.day}>
                {series.map(({ key, name, color }) => {
                  const height = (day[key] / most) * HEIGHT;
                  ground -= height;
                  return (
                    <rect
                      key={key}
                      x={at * WIDTH}
                      y={ground}
                      width={WIDTH - GAP}
                      height={height}
                      fill={color}
                    >
                      <title>{`${format.day(day.day)} · ${format.pair(name, format.number(day[key]))}`}</title>
                    </rect>
                  );
                })}
              </g>
            );
          })}
        </svg>
        <div className={classes.axis}>
          <span>{first && format.day(first.day)}</span>
          <span>{last && format.day(last.day)}</span>
        </div>
      </div>
      <figcaption className={classes.legend}>
        {series.map(({ key, name, color }) => (
          <span key={key} className={classes.key}>
            <span className={classes.swatch} style={{ background: color }} />
            {name}
          </span>
        ))}
      </figcaption>
      <details>
        <summary className={classes.summary}>{t('common.as_table')}</summary>
        <table className={classes.table}>
          <caption>{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t('common.day')}</th>
              {series.map(({ key, name }) => (
                <th key={key} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {busy.map((day) => (
              <tr key={day.day}>
                <th scope="row">{format.day(day.day)}</th>
                {series.map(({ key }) => (
                  <td key={key}>{format.number(day[key])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
