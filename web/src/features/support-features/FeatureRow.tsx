import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeatureWhy } from '@/api/types';
import { Icon } from '@/ui/Icon';
import { StatusDot } from '@/ui/StatusDot';
import { Tick } from '@/ui/Tick';
import { Choice } from './Choice';
import classes from './Features.module.css';
import { decide, type FeatureKey, type Kind, lockOf } from './model';
import type { FeaturesForm } from './useFeaturesForm';
import { useMayGrant } from './useMayGrant';
import { Why, WhyButton } from './Why';
import { useWords } from './words';

type Props = {
  name: FeatureKey;
  kind: Kind;
  form: FeaturesForm;
  why: FeatureWhy | undefined;
  isAsked: boolean;
};

/** A feature: what it is, what is said of it here, and what holds. What is locked above can't be said, only seen. */
export function FeatureRow({ name, kind, form, why, isAsked }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const [isOpen, setOpen] = useState(isAsked);
  const { above, place } = form;
  const said = form.said[name] ?? undefined;
  const lock = lockOf(name, above);
  const mayGrant = useMayGrant(name);
  const isClosed = Boolean(lock) || !mayGrant;
  const inherited = decide(name, kind, above);
  const holds = decide(name, kind, [...above, place]);
  // There is nobody below a representative.
  const isLockable = place.level !== 'representative';
  const isPortal = why?.level === 'portal';
  const isSmaller = said !== undefined && !lock && holds.value !== said.value;
  return (
    <li id={`feature-${name}`} className={classes.row} data-asked={isAsked || undefined}>
      <div className={classes.what}>
        <div id={`label-${name}`} className={classes.label}>
          {words.label(name)}
        </div>
        <div className={classes.hint}>{t(`features.hint.${name}`)}</div>
        {!mayGrant && <div className={classes.hint}>{t('features.needs_right')}</div>}
      </div>
      <div className={classes.said}>
        {isClosed ? (
          <span className={classes.locked}>
            <Icon name="lock" size={16} />
            {words.value(holds.value)}
          </span>
        ) : (
          <Choice
            name={name}
            kind={kind}
            inherited={t(above.length > 0 ? 'features.inherited' : 'features.standard', {
              value: words.value(inherited.value),
            })}
            value={said?.value as Parameters<typeof Choice>[0]['value']}
            onChange={(value) =>
              form.set(name, value === undefined ? undefined : { value, locked: said?.locked ?? false })
            }
          />
        )}
        {isLockable && !isClosed && (
          <label
            className={classes.lock}
            htmlFor={`lock-${name}`}
            title={t('features.lock_hint')}
            data-off={!said || undefined}
          >
            <Tick
              id={`lock-${name}`}
              aria-label={t('features.lock_of', { feature: words.label(name) })}
              checked={said?.locked ?? false}
              disabled={!said}
              onChange={(locked) => said && form.set(name, { ...said, locked })}
            />
            <span aria-hidden="true">{t('features.lock')}</span>
          </label>
        )}
      </div>
      <div className={classes.from}>
        {lock ? (
          <StatusDot tone="warn">{words.lockedBy(lock)}</StatusDot>
        ) : (
          <StatusDot tone={holds.by === place ? 'busy' : 'calm'}>
            {isPortal
              ? t('features.from_portal')
              : isSmaller
                ? t('features.smallest', { value: words.value(holds.value) })
                : words.from(holds.by, place)}
          </StatusDot>
        )}
        {why && <WhyButton name={name} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />}
      </div>
      {why && isOpen && <Why why={why} above={above} />}
    </li>
  );
}
