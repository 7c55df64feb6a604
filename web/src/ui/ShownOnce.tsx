import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';
import { Icon } from './Icon';
import classes from './ShownOnce.module.css';

type Props = {
  title: string;
  detail: string;
  value: string;
  /** A line for a terminal that shows what the key is good for. */
  example: string;
  onClose: () => void;
};

/** A key itself. Only the button closes it: a stray click would lose the key for good. */
export function ShownOnce({ title, detail, value, example, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={title} size="lg">
      <Stack gap="md">
        <Text>{detail}</Text>
        <Code block className={classes.key} aria-label={t('shown_once.key')}>
          {value}
        </Code>
        <details>
          <summary className={classes.try}>{t('shown_once.try')}</summary>
          <Code block className={classes.key}>
            {example}
          </Code>
        </details>
        <Group justify="flex-end" gap="xs">
          <CopyButton value={value} timeout={3000}>
            {({ copied, copy }) => (
              <Button
                data-autofocus
                leftSection={<Icon name={copied ? 'check' : 'copy'} size={16} />}
                onClick={copy}
              >
                {copied ? t('shown_once.copied') : t('shown_once.copy')}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" onClick={onClose}>
            {t('shown_once.kept')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
