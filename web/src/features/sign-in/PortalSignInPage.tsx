import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { enterPortal } from '@/api/portal';
import { usePortalSession } from '@/api/useSession';
import { AnchorLink } from '@/ui/links';
import { SignInForm } from './SignInForm';

export function PortalSignInPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const params = useParams({ from: '/entrance/portal/$account/sign-in' });
  const session = usePortalSession();
  return (
    <SignInForm
      title={t('portal.sign_in_title')}
      label={t('portal.email')}
      expired={session.state === 'signed-out' && session.expired}
      enter={async (email, password) => {
        await enterPortal(params.account, email, password);
        return undefined;
      }}
      onEntered={() => void navigate({ to: '/portal/$account', params, replace: true })}
      forgotten={(login) => (
        <AnchorLink
          to="/portal/$account/forgotten-password"
          params={params}
          state={{ login }}
          size="sm"
          ta="center"
        >
          {t('sign_in.forgotten')}
        </AnchorLink>
      )}
    />
  );
}
