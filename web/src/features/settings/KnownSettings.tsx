import { useTranslation } from 'react-i18next';
import type { Settings } from '@/api/types';
import { Panel } from '@/ui/Panel';
import classes from './KnownSettings.module.css';
import { OriginText } from './OriginText';
import { useValueText } from './useValueText';
import { PARTS, type PartName, valuesOf } from './values';

type Props = { settings: Settings; level: 'account' | 'company' };

/** Settings for those who may see and not change them. */
export function KnownSettings({ settings, level }: Props) {
  const { t } = useTranslation();
  const text = useValueText();
  const values = valuesOf(settings);
  return (Object.keys(PARTS) as PartName[]).map((part) => {
    const shown = PARTS[part].filter((key) => level === 'account' || settings[key].overridable);
    if (shown.length === 0) return null;
    return (
      <Panel key={part} title={t(`settings.part.${part}`)}>
        <dl className={classes.known}>
          {shown.map((key) => (
            <div key={key}>
              <dt>{t(`setting.label.${key}`)}</dt>
              <dd>
                {text(key, values)}
                <div className={classes.origin}>
                  <OriginText origin={settings[key].origin} level={level} />
                </div>
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
    );
  });
}
