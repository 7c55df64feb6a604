import { useTranslation } from 'react-i18next';
import type { Versioned } from '@/api/http';
import type { Portal } from '@/api/types';
import { Form } from '@/ui/Form';
import { Notice } from '@/ui/Notice';
import { useLeaveGuard } from '@/ui/useLeaveGuard';
import { PortalFields } from './form/PortalFields';
import { useChangePortal } from './useChangePortal';

/** The same as for a new portal, with what is said. */
export function SettingsTab({ known }: { known: Versioned<Portal> }) {
  const { t } = useTranslation();
  const { form, merged, dirty, error, saving, saved, submit } = useChangePortal(known);
  useLeaveGuard(dirty && !saving);
  return (
    <Form error={error} busy={saving} onSubmit={submit} submit={t('common.save')} disabled={!dirty} sticky>
      {merged && (
        <Notice tone="warn" title={t('portals.stale_title')}>
          {t('portals.stale_merged')}
        </Notice>
      )}
      {saved && !dirty && <Notice tone="good" title={t('portals.saved')} />}
      <PortalFields form={form} />
    </Form>
  );
}
