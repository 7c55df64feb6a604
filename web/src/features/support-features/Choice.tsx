import { useTranslation } from 'react-i18next';
import classes from './Features.module.css';
import { choicesOf, type FeatureKey, type Kind, type Value } from './model';
import { useWords } from './words';

type Props = {
  name: FeatureKey;
  kind: Kind;
  /** What it is when nothing is said here. */
  inherited: string;
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
};

/** Nothing said, or one of a few values: side by side for a switch, in a native list otherwise. */
export function Choice({ name, kind, inherited, value, onChange }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const choices = choicesOf(kind);
  if (kind.kind !== 'switch')
    return (
      <select
        className={classes.select}
        aria-label={words.label(name)}
        value={value === undefined ? '' : String(value)}
        onChange={({ currentTarget }) => onChange(choices.find((one) => String(one) === currentTarget.value))}
      >
        <option value="">{inherited}</option>
        {choices.map((one) => (
          <option key={String(one)} value={String(one)}>
            {words.value(one)}
          </option>
        ))}
      </select>
    );
  const options: { value: Value | undefined; label: string }[] = [
    { value: undefined, label: inherited },
    { value: true, label: t('feature.value.on') },
    { value: false, label: t('feature.value.off') },
  ];
  return (
    <div className={classes.segments} role="radiogroup" aria-labelledby={`label-${name}`}>
      {options.map((option) => (
        <label key={String(option.value)} className={classes.segment}>
          <input
            type="radio"
            name={name}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
