import { Button, MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Copies.module.css';
import type { Target, Words } from './copies';

/** Fewer are chosen sooner one by one. */
const MANY = 3;

type Props = {
  words: Words;
  targets: Target[];
  value: string[];
  error: string | undefined;
  onChange: (ids: string[]) => void;
};

/** To whom it is copied; typing narrows the list. */
export function TargetsField({ words, targets, value, error, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.targets}>
      <MultiSelect
        label={t(`${words}.targets`)}
        placeholder={value.length === 0 ? t(`${words}.find`) : undefined}
        nothingFoundMessage={t(`${words}.none`)}
        searchable
        // In a dialog, which lies above all that is not in it.
        comboboxProps={{ withinPortal: false, floatingStrategy: 'fixed' }}
        hidePickedOptions
        classNames={{ input: classes.chosen }}
        data={targets}
        value={value}
        onChange={onChange}
        error={error}
        aria-invalid={Boolean(error) || undefined}
      />
      {targets.length >= MANY && value.length < targets.length && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => onChange(targets.map((target) => target.value))}
        >
          {t(`${words}.all`)}
        </Button>
      )}
    </div>
  );
}
