import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isOver } from '@/api/jobs';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { BackLink, ButtonLink } from '@/ui/links';
import { Notice } from '@/ui/Notice';
import { PageHeader } from '@/ui/PageHeader';
import { ProgressPanel } from '@/ui/ProgressPanel';
import { useFormat } from '@/ui/useFormat';
import { erasureQuery } from './queries';

/** How far the erasure of a deleted person's data is. Who it was is not kept, so it is not said. */
export function ErasurePage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { id } = useParams({ from: '/inside/erasures/$id' });
  const erasure = useQuery(erasureQuery(id));
  const found = erasure.data;
  const whose = found?.user_id ? 'users' : 'customers';
  return (
    <>
      <PageHeader
        title={t(`erasure.${whose}.title`)}
        before={<BackLink to={`/${whose}`}>{t(`shell.${whose}`)}</BackLink>}
        subtitle={found && t('erasure.since', { at: format.time(found.created_at) })}
      />
      {erasure.isError && <ErrorNotice error={erasure.error} onRetry={() => void erasure.refetch()} />}
      {erasure.isPending && <Skeleton h={120} />}
      {found && !isOver(found.state) && (
        <ProgressPanel
          label={t('erasure.running')}
          progress={found.progress}
          detail={t('erasure.running_detail')}
        />
      )}
      <div aria-live="polite">
        {found?.state === 'done' && (
          <Notice tone="good" title={t('erasure.done')}>
            {t('erasure.erased', { count: found.erased })}
          </Notice>
        )}
        {found && isOver(found.state) && found.state !== 'done' && (
          <Notice tone="bad" title={t('erasure.failed')}>
            {t(`erasure.${whose}.failed_detail`)}
          </Notice>
        )}
      </div>
      <div>
        <ButtonLink to={`/${whose}`} variant="default">
          {t(`erasure.${whose}.back`)}
        </ButtonLink>
      </div>
    </>
  );
}
