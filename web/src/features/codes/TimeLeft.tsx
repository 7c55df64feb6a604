import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui/useFormat';
import classes from './Codes.module.css';
import { clock } from './mail';

/** The time that a code has left: to be seen by the second, to be heard by the minute. */
export function TimeLeft({ seconds }: { seconds: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const minutes = Math.ceil(seconds / 60);
  return (
    <>
      <span className={classes.left} data-soon={seconds < 60 || undefined} aria-hidden="true">
        {t('codes.left', { wait: clock(seconds) })}
      </span>
      <VisuallyHidden aria-live="polite" aria-atomic="true">
        {t('codes.left', { wait: format.wait(minutes * 60) })}
      </VisuallyHidden>
    </>
  );
}
