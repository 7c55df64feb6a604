import { useTranslation } from 'react-i18next';
import { requestPasswordReset } from '@/api/sign-in';
import { ForgottenForm } from './ForgottenForm';
import { ToSignIn } from './ToSignIn';

export function ForgottenPasswordPage() {
  const { t } = useTranslation();
  return (
    <ForgottenForm
      words={{
        label: t('sign_in.login'),
        intro: t('forgotten.intro'),
        sent: t('forgotten.sent_detail'),
      }}
      ask={requestPasswordReset}
      back={(login) => <ToSignIn login={login} />}
    />
  );
}
