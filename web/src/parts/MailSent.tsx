import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/problem';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Notice } from '@/ui/Notice';
import { useFormat } from '@/ui/useFormat';

type Props = { to: string | undefined; sent: boolean; refused: Problem | undefined };

/** What came of sending somebody a link: on its way, too soon after the last, or not at all. */
export function MailSent({ to, sent, refused }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div aria-live="polite">
      {sent && <Notice tone="good" title={t('mail.sent', { email: to })} />}
      {refused?.status === 429 ? (
        <Notice tone="calm" title={t('mail.too_soon')}>
          {refused.retryAfter && t('error.retry_after', { wait: format.wait(refused.retryAfter) })}
        </Notice>
      ) : (
        refused && <ErrorNotice error={refused} />
      )}
    </div>
  );
}
