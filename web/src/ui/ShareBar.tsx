import classes from './ShareBar.module.css';
import { useFormat } from './useFormat';

export type Share = { key: string; name: string; value: number; color: string };

type Props = {
  label: string;
  parts: Share[];
  /** The names and numbers are said beside it: then the bar is for the eye alone. */
  bare?: boolean;
};

/** A whole and its parts, to look at; where the parts are also a filter, there is StackedBar. */
export function ShareBar({ label, parts, bare }: Props) {
  const format = useFormat();
  return (
    <div>
      <div className={classes.bar} data-bare={bare || undefined} aria-hidden="true">
        {parts
          .filter(({ value }) => value > 0)
          .map(({ key, name, value, color }) => (
            <div
              key={key}
              className={classes.part}
              title={format.pair(name, format.number(value))}
              style={{ flexGrow: value, background: color }}
            />
          ))}
      </div>
      {!bare && (
        <ul className={classes.legend} aria-label={label}>
          {parts.map(({ key, name, value, color }) => (
            <li key={key} className={classes.key}>
              <span className={classes.swatch} style={{ background: color }} />
              <strong>{format.number(value)}</strong> {name}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
