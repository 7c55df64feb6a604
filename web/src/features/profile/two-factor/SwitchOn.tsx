import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestTotp } from '@/api/me';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { PasswordField } from '@/ui/PasswordField';
import { useFields } from '@/ui/useFields';
import { RecoveryCodes } from './RecoveryCodes';
import { Secret } from './Secret';

type Props = { login: string; onClose: () => void };

/** The password, the secret for the app with its first code, and the codes for the day on which the app is lost. */
export function SwitchOn({ login, onClose }: Props) {
  const { t } = useTranslation();
  const form = useFields({ present_password: '' });
  const [codes, setCodes] = useState<string[]>();
  // What it answers is secret: it is not kept around.
  const asking = useMutation({
    mutationFn: () => requestTotp(form.values.present_password),
    onError: form.refuse,
    gcTime: 0,
  });
  if (codes) return <RecoveryCodes codes={codes} onClose={onClose} />;
  if (asking.data) return <Secret secret={asking.data} onCodes={setCodes} onClose={onClose} />;
  return (
    <Dialog title={t('two_factor.switch_on')} onClose={onClose}>
      <Form
        error={asking.error}
        busy={asking.isPending}
        onSubmit={() => asking.mutate()}
        submit={t('two_factor.next')}
        onCancel={onClose}
      >
        <input type="email" name="login" autoComplete="username" value={login} readOnly hidden />
        <PasswordField
          label={t('profile.present_password')}
          autoComplete="current-password"
          data-autofocus
          {...form.text('present_password')}
        />
      </Form>
    </Dialog>
  );
}
