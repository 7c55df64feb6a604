import { Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { renewMe } from '@/api/me';
import { saveBlob } from '@/api/transfer';
import { Dialog } from '@/ui/Dialog';
import { Icon } from '@/ui/Icon';
import classes from './TwoFactor.module.css';

type Props = { codes: string[]; onClose: () => void };

/** For the day on which the app is lost. Only the button closes it: a stray click would lose them for good. */
export function RecoveryCodes({ codes, onClose }: Props) {
  const { t } = useTranslation();
  const text = `${codes.join('\n')}\n`;

  function close() {
    onClose();
    void renewMe();
  }

  return (
    <Dialog title={t('two_factor.codes_title')} size="lg">
      <Stack gap="md">
        <Text>{t('two_factor.codes_detail')}</Text>
        <ul className={classes.codes} aria-label={t('two_factor.codes')}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <Group justify="flex-end" gap="xs">
          <Button
            data-autofocus
            leftSection={<Icon name="save" size={16} />}
            onClick={() => saveBlob(new Blob([text], { type: 'text/plain' }), 'deskhand-recovery-codes.txt')}
          >
            {t('two_factor.save')}
          </Button>
          <CopyButton value={text} timeout={3000}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                leftSection={<Icon name={copied ? 'check' : 'copy'} size={16} />}
                onClick={copy}
              >
                {t(copied ? 'two_factor.copied' : 'two_factor.copy')}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" onClick={close}>
            {t('two_factor.kept')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
