import { Input } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Tick } from '@/ui/Tick';
import classes from './Copies.module.css';
import type { Part, Words } from './copies';

type Props<Name extends string> = {
  words: Words;
  parts: Part<Name>[];
  value: Name[];
  error: string | undefined;
  onChange: (parts: Name[]) => void;
};

/** What is copied: boxes with what each is about. */
export function PartFields<Name extends string>({ words, parts, value, error, onChange }: Props<Name>) {
  const { t } = useTranslation();
  const id = useId();
  const change = (name: Name, checked: boolean) =>
    onChange(checked ? [...value, name] : value.filter((one) => one !== name));
  return (
    <fieldset className={classes.parts} aria-describedby={error && `${id}-error`}>
      <legend>{t(`${words}.parts`)}</legend>
      {parts.map(({ name, label, hint, isBlank }, at) => (
        <div key={name} className={classes.part}>
          <Tick
            id={`${id}-${name}`}
            checked={value.includes(name)}
            data-autofocus={at === 0 || undefined}
            aria-describedby={`${id}-${name}-hint`}
            aria-invalid={Boolean(error) || undefined}
            onChange={(checked) => change(name, checked)}
          />
          <div>
            <label htmlFor={`${id}-${name}`}>{label}</label>
            <p className={classes.hint} id={`${id}-${name}-hint`}>
              {hint}
              {isBlank && <span className={classes.blank}>{t(`${words}.blank`)}</span>}
            </p>
          </div>
        </div>
      ))}
      {error && <Input.Error id={`${id}-error`}>{error}</Input.Error>}
    </fieldset>
  );
}
