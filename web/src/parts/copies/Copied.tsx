import { Button, Group } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/ui/Notice';
import classes from './Copies.module.css';
import { type Outcome, sorted, type Target, type Words } from './copies';
import { OutcomeList } from './OutcomeList';

type Props = { words: Words; name: string; targets: Target[]; outcomes: Outcome[]; onClose: () => void };

/** Who does not say the same and why, where one can't overlook it; and who does. */
export function Copied({ words, name, targets, outcomes, onClose }: Props) {
  const { t } = useTranslation();
  const told = useRef<HTMLDivElement>(null);
  // The button that had the focus is gone.
  useEffect(() => told.current?.focus(), []);
  const { done, kept } = sorted(outcomes, targets);
  return (
    <div ref={told} tabIndex={-1} className={classes.copied}>
      {kept.length > 0 && (
        <Notice tone="bad" title={t(`${words}.kept`, { count: kept.length })}>
          <OutcomeList words={words} targets={targets} outcomes={kept} onLeave={onClose} />
        </Notice>
      )}
      {done.length > 0 && (
        <Notice tone="good" title={t(`${words}.done`, { count: done.length, name })}>
          <OutcomeList words={words} targets={targets} outcomes={done} onLeave={onClose} />
        </Notice>
      )}
      <Group justify="flex-end">
        <Button onClick={onClose}>{t('common.close')}</Button>
      </Group>
    </div>
  );
}
