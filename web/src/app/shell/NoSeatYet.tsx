import { useTranslation } from 'react-i18next';
import type { OwnSeat } from '@/api/types';
import { Notice } from '@/ui/Notice';
import { PageHeader } from '@/ui/PageHeader';

/** All shared seats of the module are taken: says so, and how many wait before (PPL-15). */
export function NoSeatYet({ seat }: { seat: OwnSeat }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('shell.seat_title')} subtitle={t('shell.seat_detail')} />
      <div role="status">
        <Notice
          tone="calm"
          title={
            seat.waiting_before === 0
              ? t('shell.seat_next')
              : t('shell.seat_before', { before: seat.waiting_before })
          }
        />
      </div>
    </>
  );
}
