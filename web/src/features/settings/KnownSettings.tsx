import { useTranslation } from 'react-i18next';
import type { Settings } from '@/api/types';
import classes from './KnownSettings.module.css';
import { OriginText } from './OriginText';
import { Parts } from './Parts';
import { useValueText } from './useValueText';
import { valuesOf } from './values';

type Props = { settings: Settings; level: 'account' | 'company' };

/** Settings for those who may see and not change them. */
export function KnownSettings({ settings, level }: Props) {
  const { t } = useTranslation();
  const text = useValueText();
  const values = valuesOf(settings);
  return (
    <Parts settings={settings} level={level}>
      {(_, keys) => (
        <dl className={classes.known}>
          {keys.map((key) => (
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
      )}
    </Parts>
  );
}
