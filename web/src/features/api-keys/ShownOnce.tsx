import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/Dialog';
import { Icon } from '@/ui/Icon';
import classes from './ShownOnce.module.css';
import type { Area } from './scopes';

type Props = {
  value: string;
  /** Something that it opens: areas are called as their paths are. */
  area: Area;
  onClose: () => void;
};

/** The key itself. Only the button closes it: a stray click would lose the key for good. */
export function ShownOnce({ value, area, onClose }: Props) {
  const { t } = useTranslation();
  const example = `curl -H 'Authorization: Bearer ${value}' '${location.origin}/v1/${area}?limit=1'`;
  return (
    <Dialog title={t('api_keys.made_title')} size="lg">
      <Stack gap="md">
        <Text>{t('api_keys.made_detail')}</Text>
        <Code block className={classes.key} aria-label={t('api_keys.key')}>
          {value}
        </Code>
        <details>
          <summary className={classes.try}>{t('api_keys.try')}</summary>
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
                {copied ? t('api_keys.copied') : t('api_keys.copy')}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" onClick={onClose}>
            {t('api_keys.kept')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
