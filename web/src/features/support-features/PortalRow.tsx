import { useTranslation } from 'react-i18next';
import type { Said } from '@/api/features';
import { StatusDot } from '@/ui/StatusDot';
import { Tick } from '@/ui/Tick';
import classes from './Features.module.css';
import type { FeatureKey, Kind, Value } from './model';
import { leavable } from './taken';
import { useWords } from './words';

type Props = {
  name: FeatureKey;
  kind: Kind;
  said: Said;
  /** Left out for those who may look only. */
  onChange?: (value: Value | undefined) => void;
};

/** A feature at a portal: as it is for everybody, or taken away. */
export function PortalRow({ name, kind, said, onChange }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const value = said[name]?.value as Value | undefined;
  const isSaid = value !== undefined && value !== true;
  return (
    <li id={`feature-${name}`} className={classes.row}>
      <div className={classes.what}>
        <div id={`label-${name}`} className={classes.label}>
          {words.label(name)}
        </div>
        <div className={classes.hint}>{t(`features.hint.${name}`)}</div>
      </div>
      <div className={classes.said}>
        {onChange && kind.kind === 'switch' && (
          <label className={classes.lock} htmlFor={`take-${name}`}>
            <Tick
              id={`take-${name}`}
              aria-label={t('portal_features.take', { feature: words.label(name) })}
              checked={isSaid}
              onChange={(checked) => onChange(checked ? false : undefined)}
            />
            <span aria-hidden="true">{t('portal_features.taken')}</span>
          </label>
        )}
        {onChange && kind.kind !== 'switch' && (
          <select
            className={classes.select}
            aria-label={words.label(name)}
            value={value === undefined ? '' : String(value)}
            onChange={({ currentTarget }) =>
              onChange(leavable(kind).find((one) => String(one) === currentTarget.value))
            }
          >
            <option value="">{t('portal_features.as_is')}</option>
            {[...new Set([...leavable(kind), ...(value === undefined ? [] : [value])])].map((one) => (
              <option key={String(one)} value={String(one)}>
                {kind.kind === 'record_location'
                  ? words.value(one)
                  : t('portal_features.at_most', { value: words.value(one) })}
              </option>
            ))}
          </select>
        )}
      </div>
      <div className={classes.from}>
        {(isSaid || !onChange) && (
          <StatusDot tone={isSaid ? 'warn' : 'calm'}>
            {!isSaid
              ? t('portal_features.as_is')
              : kind.kind === 'switch'
                ? t('portal_features.taken')
                : kind.kind === 'record_location'
                  ? words.value(value)
                  : t('portal_features.at_most', { value: words.value(value) })}
          </StatusDot>
        )}
      </div>
    </li>
  );
}
