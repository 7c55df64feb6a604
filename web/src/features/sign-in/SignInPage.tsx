import { useQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { signIn } from '@/api/sign-in';
import { AnchorLink } from '@/ui/links';
import { opennessQuery } from './queries';
import { SignInForm } from './SignInForm';

export function SignInPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const { to } = useSearch({ from: '/entrance/sign-in' });
  // The form does not wait for it.
  const { data: openness } = useQuery(opennessQuery);
  return (
    <SignInForm
      title={t('sign_in.title')}
      label={t('sign_in.login')}
      enter={signIn}
      onEntered={() => router.history.replace(to ?? '/')}
      forgotten={(login) => (
        <>
          <AnchorLink to="/forgotten-password" state={{ login }} size="sm" ta="center">
            {t('sign_in.forgotten')}
          </AnchorLink>
          {openness?.open && (
            <AnchorLink to="/open-account" size="sm" ta="center">
              {t('open_account.title')}
            </AnchorLink>
          )}
        </>
      )}
    />
  );
}
