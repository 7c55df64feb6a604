import { useTranslation } from 'react-i18next';
import { useUser } from '@/api/useSession';
import { ColourField } from '@/ui/ColourField';
import classes from './Form.module.css';
import type { PartProps } from './part';

/** The colour of its page; the logo is the account's. */
export function LooksFields({ form }: PartProps) {
  const { t } = useTranslation();
  const account = useUser()?.account;
  return (
    <div className={classes.colour}>
      <ColourField
        label={t('portals.colour')}
        description={t('portals.colour_hint')}
        placeholder={account?.accent_colour}
        value={form.values.accent_colour}
        error={form.errors.accent_colour}
        onChange={(colour) => form.set('accent_colour', colour)}
        words={{
          pick: t('portals.colour_pick'),
          good: (contrast) => t('portals.contrast_good', { contrast }),
          low: (contrast) => t('portals.contrast_low', { contrast }),
          use: (colour) => t('portals.use_colour', { colour }),
        }}
      />
    </div>
  );
}
