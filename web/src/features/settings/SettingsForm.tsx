import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '@/ui/Form';
import { Notice } from '@/ui/Notice';
import { Said } from '@/ui/Said';
import { useLeaveGuard } from '@/ui/useLeaveGuard';
import { FIELDS } from './fields';
import { OriginLine } from './OriginLine';
import { Parts } from './Parts';
import classes from './Settings.module.css';
import { type Source, useSettingsForm } from './useSettingsForm';
import type { Values } from './values';

type Props = {
  source: Source;
  logo?: ReactNode;
  /** How name and colour look as they are typed. */
  preview?: (values: Values) => ReactNode;
};

/** Settings by what they are about, each with where its value comes from. */
export function SettingsForm({ source, logo, preview }: Props) {
  const { t } = useTranslation();
  const state = useSettingsForm(source);
  const { merged, dirty, level, settings } = state;
  useLeaveGuard(dirty && !state.saving);
  return (
    <Form
      error={state.error}
      busy={state.saving}
      onSubmit={state.submit}
      submit={t('common.save')}
      disabled={!dirty}
      sticky
      said={<Said>{state.saved && !dirty && t('settings.saved')}</Said>}
    >
      {merged && (
        <Notice tone="warn" title={t('settings.stale_title')}>
          {t('settings.stale_merged')}
        </Notice>
      )}
      <Parts settings={settings} level={level}>
        {(part, keys) => (
          <div className={classes.part} data-part={part}>
            {part === 'looks' && logo}
            {keys.map((key) => {
              const Field = FIELDS[key];
              return (
                <div key={key} className={classes.setting}>
                  <Field form={state.form} settings={settings} />
                  <OriginLine name={key} state={state} />
                </div>
              );
            })}
            {part === 'looks' && preview?.(state.form.values)}
          </div>
        )}
      </Parts>
    </Form>
  );
}
