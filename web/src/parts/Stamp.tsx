import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui/useFormat';

/** When something was done, and by whom. */
export function Stamp({ at, by, day }: { at: string; by: string; day?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <time dateTime={at} title={format.time(at)}>
        {day ? format.date(at) : format.time(at)}
      </time>
      <Text size="sm" c="dimmed" fw={400}>
        {t('who.by', { who: by })}
      </Text>
    </>
  );
}
