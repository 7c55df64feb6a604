import { Code, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { switchTotpOn } from '@/api/me';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { QrCode } from '@/ui/QrCode';
import { useFields } from '@/ui/useFields';
import classes from './TwoFactor.module.css';

type Props = {
  secret: { secret: string; address: string };
  onCodes: (codes: string[]) => void;
  onClose: () => void;
};

/** In groups of four, as people type it. */
const inGroups = (text: string) => text.replace(/(.{4})(?=.)/g, '$1 ');

/** The picture for the app, the same to be typed, and the first code, which proves that the app has it. */
export function Secret({ secret: { secret, address }, onCodes, onClose }: Props) {
  const { t } = useTranslation();
  const form = useFields({ code: '' });
  const switching = useMutation({
    mutationFn: () => switchTotpOn(form.values.code),
    onError: form.refuse,
    gcTime: 0,
    onSuccess: onCodes,
  });
  return (
    <Dialog title={t('two_factor.scan_title')} onClose={onClose}>
      <Form
        error={switching.error}
        busy={switching.isPending}
        onSubmit={() => switching.mutate()}
        submit={t('two_factor.switch_on')}
        onCancel={onClose}
      >
        <Text>{t('two_factor.scan')}</Text>
        <div className={classes.picture}>
          <QrCode text={address} label={t('two_factor.picture')} />
        </div>
        <details>
          <summary className={classes.typed}>{t('two_factor.by_hand')}</summary>
          <Code block className={classes.secret}>
            {inGroups(secret)}
          </Code>
        </details>
        <TextInput
          label={t('two_factor.first_code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          data-autofocus
          {...form.text('code')}
        />
      </Form>
    </Dialog>
  );
}
