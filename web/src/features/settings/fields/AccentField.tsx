import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui/useFormat';
import { contrastToWhite, LEAST, readable } from '../contrast';
import classes from '../Settings.module.css';
import type { FieldProps } from './field';

/** A colour, and whether white text can be read on it; if not, the nearest one on which it can. */
export function AccentField({ form }: FieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const colour = form.values.accent_colour;
  const contrast = contrastToWhite(colour);
  const better = contrast !== undefined && contrast < LEAST ? readable(colour) : undefined;
  const label = t('setting.label.accent_colour');
  return (
    <div className={classes.accent}>
      <TextInput
        label={label}
        description={t('settings.hint.accent_colour')}
        maxLength={7}
        leftSection={
          <input
            type="color"
            className={classes.swatch}
            aria-label={t('settings.pick_colour')}
            value={contrast === undefined ? '#000000' : colour}
            onChange={(event) => form.set('accent_colour', event.currentTarget.value)}
          />
        }
        {...form.text('accent_colour')}
      />
      <div className={classes.contrast} role="status">
        {contrast !== undefined &&
          t(better ? 'settings.contrast_low' : 'settings.contrast_good', {
            contrast: format.number(Math.floor(contrast * 10) / 10),
          })}
        {better && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => form.set('accent_colour', better)}
            leftSection={<span className={classes.dot} style={{ background: better }} />}
          >
            {t('settings.use_colour', { colour: better })}
          </Button>
        )}
      </div>
    </div>
  );
}
