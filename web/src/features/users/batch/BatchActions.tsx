import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Said } from '@/ui/Said';

type Props = {
  /** What the present lines were found to be, if somebody has looked. */
  judged: { counts: Record<string, number> } | undefined;
  busy: boolean;
  /** How many have just been added. */
  added: number | undefined;
  onCheck: () => void;
  onCommit: () => void;
};

/** First a look, then adding: nobody is invited by a slip. */
export function BatchActions({ judged, busy, added, onCheck, onCommit }: Props) {
  const { t } = useTranslation();
  const good = judged?.counts.ok ?? 0;
  return (
    <Group gap="xs">
      {good > 0 && (
        <Button loading={busy} onClick={onCommit}>
          {t('batch.add', { count: good })}
        </Button>
      )}
      <Button variant={good > 0 ? 'default' : 'filled'} loading={busy} onClick={onCheck}>
        {t('batch.check')}
      </Button>
      <Said>{Boolean(added) && t('batch.added', { count: added })}</Said>
    </Group>
  );
}
