import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Import } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { BackLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { FileFacts } from './FileFacts';
import { ImportOutcome } from './ImportOutcome';
import { ImportPreview } from './ImportPreview';
import { ImportProgress } from './ImportProgress';
import { importQuery } from './queries';
import { UndoProgress } from './UndoProgress';
import { isBeingUndone, isMoving } from './verdicts';

export function ImportPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/import/$id' });
  const query = useQuery(importQuery(id));
  const found = query.data;
  return (
    <>
      <PageHeader
        title={found?.file_name ?? t('imports.title')}
        before={<BackLink to="/import">{t('import.back')}</BackLink>}
        subtitle={
          found ? <FileFacts import={found} /> : query.isPending && <Skeleton h={14} w={260} my={3} />
        }
      />
      {query.isError && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton h={180} />}
      {/* Stays in place while the rest changes, so that a screen reader hears each new state. */}
      <VisuallyHidden role="status">{found && t(`imports.state.${found.state}`)}</VisuallyHidden>
      {found && <Present import={found} />}
    </>
  );
}

function Present({ import: found }: { import: Import }) {
  if (isBeingUndone(found)) return <UndoProgress import={found} />;
  if (isMoving(found)) return <ImportProgress import={found} />;
  if (found.state === 'ready') return <ImportPreview import={found} />;
  return <ImportOutcome import={found} />;
}
