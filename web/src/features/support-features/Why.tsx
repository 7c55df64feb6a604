import { useTranslation } from 'react-i18next';
import type { FeatureLevel, FeatureStep, FeatureWhy } from '@/api/types';
import { Stamp } from '@/parts/Stamp';
import { useWho } from '@/parts/useWho';
import { Icon } from '@/ui/Icon';
import classes from './Features.module.css';
import type { FeatureKey, Place, Value } from './model';
import { useWords } from './words';

type Props = {
  why: FeatureWhy;
  /** By which names teams are called. */
  above: Place[];
};

/** How a value came about: all who say something, from the widest to the narrowest, with who said so and when (SET-4). */
export function Why({ why, above }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <div className={classes.why}>
      <ol className={classes.chain} id={`why-${why.key}`}>
        {why.chain.map((step) => (
          <Step
            key={step.level}
            step={step}
            name={above.find(({ level }) => level === step.level)?.name}
            decides={step.level === why.level}
          />
        ))}
        {why.chain.length === 0 && (
          <li className={classes.step} data-decides>
            <strong>{t('features.level.default')}</strong>
            <span>{words.value(why.value as Value)}</span>
            <span className={classes.mark}>{t('features.holds')}</span>
          </li>
        )}
      </ol>
    </div>
  );
}

type ButtonProps = { name: FeatureKey; isOpen: boolean; onToggle: () => void };

export function WhyButton({ name, isOpen, onToggle }: ButtonProps) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <button
      type="button"
      className={classes.whyButton}
      aria-expanded={isOpen}
      aria-controls={isOpen ? `why-${name}` : undefined}
      aria-label={t('features.why_of', { feature: words.label(name) })}
      onClick={onToggle}
    >
      {t('features.why')}
    </button>
  );
}

type StepProps = { step: FeatureStep; name: string | undefined; decides: boolean };

function Step({ step, name, decides }: StepProps) {
  const { t } = useTranslation();
  const words = useWords();
  const who = useWho();
  const level = t(`features.level.${step.level satisfies FeatureLevel}`);
  return (
    <li className={classes.step} data-decides={decides || undefined} data-ignored={!step.counts || undefined}>
      <strong>{name ? words.pair(level, name) : level}</strong>
      <span>
        {words.value(step.value as Value)}
        {step.locked && (
          <span className={classes.locks}>
            <Icon name="lock" size={14} /> {t('features.is_locked')}
          </span>
        )}
      </span>
      <span className={classes.mark}>
        {!step.counts && t('features.ignored')}
        {decides && t('features.holds')}
      </span>
      <span className={classes.stamp}>
        <Stamp at={step.at} by={who(step.by)} />
      </span>
    </li>
  );
}
