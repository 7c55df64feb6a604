import { useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { signIn } from '@/api/sign-in';
import { AnchorLink } from '@/ui/links';
import { SignInForm } from './SignInForm';

export function SignInPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const { to } = useSearch({ from: '/entrance/sign-in' });
  return (
    <SignInForm
      title={t('sign_in.title')}
      label={t('sign_in.login')}
      enter={signIn}
      onEntered={() => router.history.replace(to ?? '/')}
      forgotten={(login) => (
        <AnchorLink to="/forgotten-password" state={{ login }} size="sm" ta="center">
          {t('sign_in.forgotten')}
        </AnchorLink>
      )}
    />
  );
}
