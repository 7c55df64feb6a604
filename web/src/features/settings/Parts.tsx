import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '@/api/types';
import { Panel } from '@/ui/Panel';
import classes from './Parts.module.css';
import { type Key, PARTS, type PartName, ROWS } from './values';

type Props = {
  settings: Settings;
  level: 'account' | 'company';
  children: (part: PartName, keys: readonly Key[]) => ReactNode;
};

/** The settings by what they are about. A company shows those that it may override. */
export function Parts({ settings, level, children }: Props) {
  const { t } = useTranslation();
  const keysOf = (part: PartName) =>
    PARTS[part].filter((key) => level === 'account' || settings[key].overridable);
  return ROWS.map((columns) => {
    const shown = columns.map((parts) => parts.filter((part) => keysOf(part).length > 0));
    return (
      <div key={columns.join()} className={classes.row}>
        {shown.map((parts) => (
          <div key={parts.join()} className={classes.column}>
            {parts.map((part) => (
              <Panel key={part} title={t(`settings.part.${part}`)}>
                {children(part, keysOf(part))}
              </Panel>
            ))}
          </div>
        ))}
      </div>
    );
  });
}
