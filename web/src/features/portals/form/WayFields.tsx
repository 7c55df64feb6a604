import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { withWay } from '../values';
import { keyOf, MODES, waysOf } from '../ways';
import classes from './Form.module.css';
import type { PartProps } from './part';

/** How customers come to a representative: each mode with the types that go with it, in a sentence each (POR-2). */
export function WayFields({ form }: PartProps) {
  const { t } = useTranslation();
  const name = useId();
  const chosen = keyOf(form.values.way);
  return (
    <div className={classes.modes}>
      {MODES.map((mode) => (
        <fieldset key={mode} className={classes.mode}>
          <legend>{t(`portals.mode.${mode}`)}</legend>
          {waysOf(mode).map((way) => {
            const key = keyOf(way);
            return (
              <label key={key} className={classes.way}>
                <input
                  type="radio"
                  name={name}
                  checked={key === chosen}
                  aria-describedby={`${name}-${key}`}
                  onChange={() => {
                    form.setValues((before) => withWay(before, way));
                    form.set('way', way);
                  }}
                />
                <span className={classes.wayName}>{t(`portals.way.${key}`)}</span>
                <span className={classes.wayHint} id={`${name}-${key}`}>
                  {t(`portals.way_hint.${key}`)}
                </span>
              </label>
            );
          })}
        </fieldset>
      ))}
    </div>
  );
}
