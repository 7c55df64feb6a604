import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModuleSeats } from '@/api/types';
import { seatsQuery } from '@/choices/seats';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { PageHeader } from '@/ui/PageHeader';
import { ModulePanel } from './ModulePanel';
import { SeatsDialog } from './SeatsDialog';

/** How many seats there are, who may use them, and how many are in use (PPL-15). */
export function SeatsPage() {
  const { t } = useTranslation();
  const seats = useQuery(seatsQuery);
  const [changing, setChanging] = useState<ModuleSeats>();
  return (
    <>
      <PageHeader title={t('shell.seats')} subtitle={t('seats.intro')} />
      {seats.isError && <ErrorNotice error={seats.error} onRetry={() => void seats.refetch()} />}
      {seats.isPending && <Skeleton h={420} />}
      {seats.data?.modules.map((one) => (
        <ModulePanel key={one.module} seats={one} onChange={() => setChanging(one)} />
      ))}
      {changing && <SeatsDialog seats={changing} onClose={() => setChanging(undefined)} />}
    </>
  );
}
