import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/ui/EmptyState';
import { ButtonLink } from '@/ui/links';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <main>
      <title>{`${t('error.not_found_title')} · Deskhand`}</title>
      <EmptyState
        title={t('error.not_found_title')}
        action={
          <ButtonLink variant="default" to="/customers">
            {t('error.back_to_start')}
          </ButtonLink>
        }
      >
        {t('error.not_found_detail')}
      </EmptyState>
    </main>
  );
}
