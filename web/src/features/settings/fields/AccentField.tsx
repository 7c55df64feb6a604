import { useTranslation } from 'react-i18next';
import { ColourField } from '@/ui/ColourField';
import type { FieldProps } from './field';

/** A colour, and whether white text can be read on it; if not, the nearest one on which it can. */
export function AccentField({ form }: FieldProps) {
  const { t } = useTranslation();
  return (
    <ColourField
      label={t('setting.label.accent_colour')}
      description={t('settings.hint.accent_colour')}
      {...form.value('accent_colour')}
      words={{
        pick: t('settings.pick_colour'),
        good: (contrast) => t('settings.contrast_good', { contrast }),
        low: (contrast) => t('settings.contrast_low', { contrast }),
        use: (colour) => t('settings.use_colour', { colour }),
      }}
    />
  );
}
