import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StatusDot } from '@/ui/StatusDot';
import { useFormat } from '@/ui/useFormat';
import { OriginText } from './OriginText';
import classes from './Settings.module.css';
import type { SettingsFormState } from './useSettingsForm';
import { type Key, mayReset } from './values';

/** Where a value comes from, and the way back to what is inherited. */
export function OriginLine({ name, state }: { name: Key; state: SettingsFormState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { origin } = state.settings[name];
  const back = t(`settings.back_${state.level}`);
  return (
    <div className={classes.origin}>
      {state.changed.includes(name) ? (
        <StatusDot tone="warn">{t('settings.unsaved')}</StatusDot>
      ) : (
        <OriginText origin={origin} level={state.level} />
      )}
      {mayReset(name, origin, state.level) && (
        <Button
          variant="subtle"
          size="compact-xs"
          h={24}
          disabled={state.saving}
          aria-label={format.pair(t(`setting.label.${name}`), back)}
          onClick={() => state.reset(name)}
        >
          {back}
        </Button>
      )}
    </div>
  );
}
