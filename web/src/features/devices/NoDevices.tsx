import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/ui/EmptyState';

type Props = { filtered: boolean; onClear: () => void; add: ReactNode };

/** None at all, or none that match: different troubles, different ways on. */
export function NoDevices({ filtered, onClear, add }: Props) {
  const { t } = useTranslation();
  if (!filtered) {
    return (
      <EmptyState title={t('devices.empty_title')} action={add}>
        {add && t('devices.empty_detail')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('devices.no_match_title')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('common.clear_filters')}
        </Button>
      }
    >
      {t('devices.no_match_detail')}
    </EmptyState>
  );
}
