import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { requestPortalReset } from '@/api/portal';
import { ForgottenForm } from './ForgottenForm';
import { ToSignIn } from './ToSignIn';

export function PortalForgottenPage() {
  const { t } = useTranslation();
  const { account } = useParams({ from: '/entrance/portal/$account/forgotten-password' });
  return (
    <ForgottenForm
      words={{
        label: t('portal.email'),
        intro: t('portal.forgotten_intro'),
        sent: t('portal.forgotten_sent'),
      }}
      ask={(email) => requestPortalReset(account, email)}
      back={(login) => <ToSignIn account={account} login={login} />}
    />
  );
}
