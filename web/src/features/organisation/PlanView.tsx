import { Button } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganisationStep } from '@/api/types';
import { Notice } from '@/ui/Notice';
import { Panel } from '@/ui/Panel';
import { StatusDot } from '@/ui/StatusDot';
import classes from './Organisation.module.css';
import { differencesOf, grouped, written } from './plan';
import { useStepWords } from './useStepWords';

/** So many are shown with what differs; of more, one opens those that one wants to see. */
const OPEN = 12;

type Props = {
  steps: OrganisationStep[];
  /** All of it has been done. */
  isDone?: boolean;
  onApply?: () => void;
};

const TONES = { create: 'good', change: 'busy', delete: 'bad' } as const;

/** What would be done, or has been: what is made, what changes, what is deleted, and in what each differs. */
export function PlanView({ steps, isDone, onApply }: Props) {
  const { t } = useTranslation();
  const words = useStepWords();
  const when = isDone ? 'done' : 'todo';
  if (steps.length === 0)
    return <Notice tone="good" title={t(isDone ? 'organisation.applied_none' : 'organisation.nothing')} />;
  return (
    <div className={classes.parts}>
      <Notice
        tone={isDone ? 'good' : 'calm'}
        title={t(isDone ? 'organisation.applied' : 'organisation.plan')}
        actions={onApply && <Button onClick={onApply}>{t('organisation.apply')}</Button>}
      >
        {words.summary(steps, when)}
      </Notice>
      {grouped(steps).map((group) => (
        <Panel key={group.action} title={words.count(group.action, group.steps.length, when)}>
          <ul className={classes.steps}>
            {group.steps.map((step) => (
              <li key={`${step.kind} ${step.name}`}>
                <Step step={step} isOpen={steps.length <= OPEN} tone={TONES[group.action]} />
              </li>
            ))}
          </ul>
        </Panel>
      ))}
    </div>
  );
}

/** `texts.de.title`, which may go on after a dot instead of breaking a word. */
const Place = ({ children }: { children: string }) =>
  children.split(/(?<=[._])/).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));

type StepProps = { step: OrganisationStep; isOpen: boolean; tone: 'good' | 'busy' | 'bad' };

function Step({ step, isOpen, tone }: StepProps) {
  const { t } = useTranslation();
  const words = useStepWords();
  const differences = differencesOf(step.before, step.after).filter(
    ({ place }) =>
      step.action === 'change' || (place !== 'name' && place !== 'slug') || step.kind === 'portal',
  );
  const title = (
    <StatusDot tone={tone}>
      <span className={classes.kind}>{words.kind(step.kind)}</span> <strong>{step.name}</strong>
    </StatusDot>
  );
  if (differences.length === 0) return title;
  return (
    <details open={isOpen && step.action !== 'delete'}>
      <summary>{title}</summary>
      <table className={classes.differences}>
        <caption className={classes.hidden}>{t('organisation.differs', { name: step.name })}</caption>
        <colgroup>
          <col className={classes.where} />
        </colgroup>
        <thead className={classes.hidden}>
          <tr>
            <th scope="col">{t('organisation.where')}</th>
            <th scope="col">{t('organisation.before')}</th>
            <th scope="col">{t('organisation.after')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ place, before, after }) => (
            <tr key={place}>
              <th scope="row">
                <Place>{place}</Place>
              </th>
              {step.action !== 'create' && (
                <td className={classes.before}>
                  {written(before) ? <del>{written(before)}</del> : <span>{t('organisation.none')}</span>}
                </td>
              )}
              {step.action !== 'delete' && (
                <td>
                  {written(after) ? <ins>{written(after)}</ins> : <span>{t('organisation.none')}</span>}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
