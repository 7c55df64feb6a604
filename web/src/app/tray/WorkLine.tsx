import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StatusDot } from '@/ui/StatusDot';
import { useFormat } from '@/ui/useFormat';
import classes from './Tray.module.css';
import { useWorkWords } from './useWorkWords';
import { WorkLink } from './WorkLink';
import type { Work } from './work';

export function WorkLine({ work, onGo }: { work: Work; onGo: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWorkWords();
  const percent = work.total > 0 ? Math.min(100, (work.done / work.total) * 100) : 0;
  return (
    <li className={classes.line}>
      <WorkLink work={work} onGo={onGo}>
        {words.title(work)}
      </WorkLink>
      <div className={classes.facts}>
        <StatusDot tone={work.moving ? 'busy' : words.tone(work)}>{words.state(work)}</StatusDot>
        <span>
          {work.moving && work.total > 0 && work.state !== 'reading'
            ? t('work.done_of', { done: format.number(work.done), total: format.number(work.total) })
            : format.time(work.since)}
        </span>
      </div>
      {work.moving && (
        <Progress.Root size="sm">
          <Progress.Section color="var(--dh-accent)" value={percent} aria-label={words.title(work)} />
        </Progress.Root>
      )}
    </li>
  );
}
