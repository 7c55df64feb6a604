import { Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { renewMe, switchTotpOff } from '@/api/me';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { useFields } from '@/ui/useFields';

/** Whoever switches it off shows that they have the app, or a recovery code. */
export function SwitchOff({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const form = useFields({ code: '' });
  const switching = useMutation({
    mutationFn: () => switchTotpOff(form.values.code),
    onError: form.refuse,
    onSuccess: async () => {
      await renewMe();
      onClose();
    },
  });
  return (
    <Dialog title={t('two_factor.off_title')} onClose={onClose}>
      <Form
        error={switching.error}
        busy={switching.isPending}
        onSubmit={() => switching.mutate()}
        submit={t('two_factor.switch_off')}
        onCancel={onClose}
        danger
      >
        <Text>{t('two_factor.off_detail')}</Text>
        <TextInput
          label={t('second_step.code')}
          description={t('second_step.hint')}
          autoComplete="one-time-code"
          data-autofocus
          {...form.text('code')}
        />
      </Form>
    </Dialog>
  );
}
