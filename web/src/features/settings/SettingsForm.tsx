import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '@/ui/Form';
import { Notice } from '@/ui/Notice';
import { Panel } from '@/ui/Panel';
import { useLeaveGuard } from '@/ui/useLeaveGuard';
import { FIELDS } from './fields';
import { OriginLine } from './OriginLine';
import classes from './Settings.module.css';
import { type Source, useSettingsForm } from './useSettingsForm';
import { PARTS, type PartName } from './values';

/** Settings by what they are about, each with where its value comes from. A company shows those that it may override. */
export function SettingsForm({ source, looks }: { source: Source; looks?: ReactNode }) {
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
    >
      {merged && (
        <Notice tone="warn" title={t('settings.stale_title')}>
          {t('settings.stale_merged')}
        </Notice>
      )}
      {state.saved && !dirty && <Notice tone="good" title={t('settings.saved')} />}
      {(Object.keys(PARTS) as PartName[]).map((part) => {
        const shown = PARTS[part].filter((key) => level === 'account' || settings[key].overridable);
        if (shown.length === 0) return null;
        return (
          <Panel key={part} title={t(`settings.part.${part}`)}>
            <div className={classes.part}>
              {part === 'looks' && looks}
              {shown.map((key) => {
                const Field = FIELDS[key];
                return (
                  <div key={key} className={classes.setting}>
                    <Field form={state.form} settings={settings} />
                    <OriginLine name={key} state={state} />
                  </div>
                );
              })}
            </div>
          </Panel>
        );
      })}
    </Form>
  );
}
