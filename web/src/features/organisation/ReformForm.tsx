import { Button, Group, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getOrganisation } from '@/api/organisation';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { FileDrop } from '@/ui/FileDrop';
import { lazyPart } from '@/ui/lazyPart';
import { Notice } from '@/ui/Notice';
import { Panel } from '@/ui/Panel';
import { Tick } from '@/ui/Tick';
import { useLeaveGuard } from '@/ui/useLeaveGuard';
import type { Span } from './json';
import classes from './Organisation.module.css';
import { PlanView } from './PlanView';
import { useReform } from './useReform';
import { Wrong } from './Wrong';

const ApplyDialog = lazyPart(() => import('./ApplyDialog').then((module) => module.ApplyDialog));

/** The server takes no larger ones. */
const MOST = 5_000_000;

/** A file, dropped, chosen or pasted; what it would change; and then the change. */
export function ReformForm() {
  const { t } = useTranslation();
  const reform = useReform();
  const { text, plan, done, wrong, fault } = reform;
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<'one_file' | 'too_large'>();
  /** What came from a file can be had again. */
  const [isTyped, setTyped] = useState(false);
  const present = useMutation({
    mutationFn: getOrganisation,
    onSuccess: (file) => reform.setText(`${JSON.stringify(file, null, 2)}\n`),
  });
  const field = useRef<HTMLTextAreaElement>(null);
  const answer = useRef<HTMLDivElement>(null);
  const isAnswered = Boolean(plan ?? done ?? fault ?? reform.error) || wrong.length > 0;
  useLeaveGuard(isTyped && text.trim() !== '' && !done && !reform.applying);
  useEffect(() => {
    if (isAnswered) answer.current?.focus();
  }, [isAnswered]);

  async function take(files: File[]) {
    const [file] = files;
    if (!file) return;
    if (files.length > 1) return setRefused('one_file');
    if (file.size > MOST) return setRefused('too_large');
    setRefused(undefined);
    setTyped(false);
    reform.setText(await file.text());
  }
  function show({ from, to }: Pick<Span, 'from' | 'to'>) {
    const node = field.current;
    if (!node) return;
    node.focus();
    node.setSelectionRange(from, to);
    // A selection out of sight is not scrolled to by itself.
    const line = text.slice(0, from).split('\n').length;
    node.scrollTop = (node.scrollHeight / text.split('\n').length) * Math.max(0, line - 4);
  }
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    reform.see();
  }

  return (
    <>
      <form onSubmit={onSubmit} className={classes.form} noValidate>
        <Panel title={t('organisation.change_title')}>
          <div className={classes.parts}>
            <p className={classes.note}>{t('organisation.change_detail')}</p>
            <FileDrop
              title={t('organisation.drop')}
              button={t('organisation.choose')}
              accept=".json,application/json"
              onFiles={(files) => void take(files)}
              extra={
                text === '' && (
                  <Button variant="default" loading={present.isPending} onClick={() => present.mutate()}>
                    {t('organisation.present')}
                  </Button>
                )
              }
            />
            {present.isError && <ErrorNotice error={present.error} onRetry={() => present.mutate()} />}
            {refused && <Notice tone="bad" title={t(`organisation.${refused}`)} />}
            <Textarea
              ref={field}
              label={t('organisation.file')}
              description={t('organisation.file_hint')}
              classNames={{ input: classes.text }}
              rows={14}
              resize="vertical"
              spellCheck={false}
              autoComplete="off"
              value={text}
              aria-invalid={Boolean(fault) || wrong.length > 0 || undefined}
              onChange={({ currentTarget }) => {
                setTyped(true);
                reform.setText(currentTarget.value);
              }}
            />
            <div className={classes.prune}>
              <Tick
                id="prune"
                checked={reform.prune}
                onChange={reform.setPrune}
                aria-describedby="prune-hint"
              />
              <div>
                <label htmlFor="prune">{t('organisation.prune')}</label>
                <p className={classes.note} id="prune-hint">
                  {t('organisation.prune_hint')}
                </p>
              </div>
            </div>
            <Group justify="flex-end">
              <Button type="submit" loading={reform.planning} disabled={text.trim() === ''}>
                {t('organisation.see')}
              </Button>
            </Group>
          </div>
        </Panel>
      </form>
      <div ref={answer} tabIndex={-1} className={classes.answer}>
        {fault && (
          <Notice
            tone="bad"
            title={t('organisation.no_json', { line: fault.line, column: fault.column })}
            actions={
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  const lines = text.split('\n').slice(0, fault.line - 1);
                  const from = lines.reduce((sum, line) => sum + line.length + 1, 0) + fault.column - 1;
                  show({ from, to: from + 1 });
                }}
              >
                {t('organisation.show')}
              </Button>
            }
          >
            {t('organisation.no_json_detail')}
          </Notice>
        )}
        {wrong.length > 0 && <Wrong wrong={wrong} onShow={show} />}
        {reform.error && <ErrorNotice error={reform.error} onRetry={reform.see} />}
        {plan && <PlanView steps={plan} onApply={() => setAsked(true)} />}
        {done && <PlanView steps={done} isDone />}
      </div>
      {asked && plan && (
        <ApplyDialog
          steps={plan}
          onClose={() => setAsked(false)}
          onApply={() => {
            setAsked(false);
            reform.apply();
          }}
        />
      )}
    </>
  );
}
