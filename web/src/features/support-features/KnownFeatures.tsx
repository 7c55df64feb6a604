import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeatureWhy } from '@/api/types';
import { Icon } from '@/ui/Icon';
import { StatusDot } from '@/ui/StatusDot';
import { FeatureList } from './FeatureList';
import classes from './Features.module.css';
import { decide, type FeatureKey, type Kind, type Kinds, lockOf, type Place, type Value } from './model';
import { Why, WhyButton } from './Why';
import { useWords } from './words';

type Levels = { own: Place; above: Place[] };
type Props = Levels & { kinds: Kinds; why?: FeatureWhy[]; asked?: string | undefined };

/** The same for those who may see and not change. */
export function KnownFeatures({ own, above, kinds, why, asked }: Props) {
  return (
    <FeatureList asked={asked}>
      {(key) => {
        const kind = kinds.get(key);
        const told = why?.find((one) => one.key === (key as string));
        return (
          kind && <KnownRow key={key} name={key} isAsked={asked === key} {...{ kind, own, above, told }} />
        );
      }}
    </FeatureList>
  );
}

type RowProps = Levels & { name: FeatureKey; kind: Kind; told: FeatureWhy | undefined; isAsked: boolean };

function KnownRow({ name, kind, own, above, told, isAsked }: RowProps) {
  const { t } = useTranslation();
  const words = useWords();
  const [isOpen, setOpen] = useState(isAsked);
  const { value, by } = decide(name, kind, [...above, own]);
  const isPortal = told?.level === 'portal';
  const lock = lockOf(name, above);
  const from = lock ? words.lockedBy(lock) : words.from(by);
  return (
    <li id={`feature-${name}`} className={classes.row} data-asked={isAsked || undefined}>
      <div className={classes.what}>
        <div className={classes.label}>{words.label(name)}</div>
        <div className={classes.hint}>{t(`features.hint.${name}`)}</div>
      </div>
      <div className={classes.said}>
        <span className={classes.locked}>
          {lock && <Icon name="lock" size={16} />}
          {words.value(isPortal ? (told.value as Value) : value)}
        </span>
      </div>
      <div className={classes.from}>
        <StatusDot tone={lock ? 'warn' : by === own ? 'busy' : 'calm'}>
          {isPortal ? t('features.from_portal') : from}
        </StatusDot>
        {told && <WhyButton name={name} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />}
      </div>
      {told && isOpen && <Why why={told} above={above} />}
    </li>
  );
}
