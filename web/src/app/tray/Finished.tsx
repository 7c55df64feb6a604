import { ActionIcon } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/ui/Icon';
import { StatusDot } from '@/ui/StatusDot';
import { useFormat } from '@/ui/useFormat';
import classes from './Finished.module.css';
import { useFinished } from './useFinished';
import { useWorkWords } from './useWorkWords';
import { WorkLink } from './WorkLink';
import type { Work } from './work';

/** Says in the corner that something has finished; it stays until it is dismissed, since people read at their own pace. */
export function Finished({ work }: { work: Work[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { finished, dismiss } = useFinished(work);
  const words = useWorkWords();
  return (
    <div className={classes.corner} role="status">
      {finished.map((one) => (
        <div key={one.id} className={classes.note}>
          <div className={classes.text}>
            <WorkLink work={one} onGo={() => dismiss(one.id)}>
              {words.title(one)}
            </WorkLink>
            <div>
              <StatusDot tone={words.tone(one)}>{words.state(one)}</StatusDot>
            </div>
          </div>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={format.pair(t('tray.dismiss'), words.title(one))}
            onClick={() => dismiss(one.id)}
          >
            <Icon name="close" size={16} />
          </ActionIcon>
        </div>
      ))}
    </div>
  );
}
