import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './ColourField.module.css';
import { contrastToWhite, LEAST, readable } from './contrast';
import { useFormat } from './useFormat';

type Props = {
  label: string;
  description: ReactNode;
  placeholder?: string | undefined;
  value: string;
  error: string | undefined;
  onChange: (colour: string) => void;
  words: {
    pick: string;
    good: (contrast: string) => string;
    low: (contrast: string) => string;
    use: (colour: string) => string;
  };
};

/** A colour, and whether white text can be read on it; if not, the nearest one on which it can. */
export function ColourField({ label, description, placeholder, value, error, onChange, words }: Props) {
  const format = useFormat();
  const contrast = contrastToWhite(value);
  const better = contrast !== undefined && contrast < LEAST ? readable(value) : undefined;
  const told = contrast !== undefined && format.number(Math.floor(contrast * 10) / 10);
  return (
    <div className={classes.field}>
      <TextInput
        label={label}
        description={description}
        placeholder={placeholder}
        maxLength={7}
        leftSection={
          <input
            type="color"
            className={classes.swatch}
            aria-label={words.pick}
            value={contrast === undefined ? (placeholder ?? '#000000') : value}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        }
        value={value}
        error={error}
        aria-invalid={Boolean(error) || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={classes.contrast} role="status">
        {told && (better ? words.low(told) : words.good(told))}
        {better && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => onChange(better)}
            leftSection={<span className={classes.dot} style={{ background: better }} />}
          >
            {words.use(better)}
          </Button>
        )}
      </div>
    </div>
  );
}
