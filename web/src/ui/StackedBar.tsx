import classes from './StackedBar.module.css';
import { useFormat } from './useFormat';

export type Part<Key extends string> = {
  key: Key;
  name: string;
  hint?: string;
  value: number;
  color: string;
  /** Only told: there is nothing to choose. */
  fixed?: boolean;
};

type Props<Key extends string> = {
  label: string;
  parts: Part<Key>[];
  chosen: Key | undefined;
  onChoose: (key: Key | undefined) => void;
};

/** A whole and its parts. The bar is for the eye; the numbers below say the same and are the controls. */
export function StackedBar<Key extends string>({ label, parts, chosen, onChoose }: Props<Key>) {
  const format = useFormat();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields; these are filters
    <div role="group" aria-label={label}>
      <div className={classes.bar} aria-hidden="true">
        {parts
          .filter(({ value }) => value > 0)
          .map(({ key, value, color }) => (
            <div
              key={key}
              className={classes.part}
              data-faded={(chosen && chosen !== key) || undefined}
              style={{ flexGrow: value, background: color }}
            />
          ))}
      </div>
      <div className={classes.legend}>
        {parts.map(({ key, name, hint, value, color, fixed }) => {
          const told = (
            <>
              <span className={classes.swatch} style={{ background: color }} />
              <span className={classes.number}>{format.number(value)}</span>
              <span className={classes.name}>{name}</span>
            </>
          );
          return fixed ? (
            <div key={key} className={classes.key} data-fixed>
              {told}
            </div>
          ) : (
            <button
              key={key}
              type="button"
              className={classes.key}
              title={hint}
              disabled={value === 0 && chosen !== key}
              aria-pressed={chosen === key}
              onClick={() => onChoose(chosen === key ? undefined : key)}
            >
              {told}
            </button>
          );
        })}
      </div>
    </div>
  );
}
