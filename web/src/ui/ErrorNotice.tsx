import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { Notice } from './Notice';
import { useFormat } from './useFormat';

type Props = { error: unknown; onRetry?: () => void };

/** Trying again helps against a lost connection or a fault, not against "you may not". */
const mayHelp = (status: number) => status === 0 || status === 429 || status >= 500;

export function ErrorNotice({ error, onRetry }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const problem = Problem.of(error);
  const offline = problem.status === 0;
  const title = problem.title ?? (offline ? t('error.offline_title') : t('error.unknown_title'));
  const detail = problem.detail ?? (offline ? t('error.offline_detail') : t('error.unknown_detail'));
  const retry = onRetry && mayHelp(problem.status) && (
    <Button size="xs" variant="default" onClick={onRetry}>
      {t('common.retry')}
    </Button>
  );
  return (
    <Notice tone="bad" title={title} actions={retry}>
      {detail}
      {problem.retryAfter && ` ${t('error.retry_after', { wait: format.wait(problem.retryAfter) })}`}
    </Notice>
  );
}
