import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Asks before what was typed is lost. */
export function useLeaveGuard(typed: boolean) {
  const { t } = useTranslation();
  useBlocker({
    shouldBlockFn: () => !window.confirm(t('common.leave')),
    enableBeforeUnload: typed,
    disabled: !typed,
  });
}
