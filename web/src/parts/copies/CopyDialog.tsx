import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { StatusDot } from '@/ui/StatusDot';
import { useFields } from '@/ui/useFields';
import { Copied } from './Copied';
import classes from './Copies.module.css';
import {
  type Chosen,
  complaintsOf,
  inLists,
  type Outcome,
  type Part,
  type Target,
  type Words,
} from './copies';
import { Overwritten } from './Overwritten';
import { PartFields } from './PartFields';
import { TargetsField } from './TargetsField';

type Props<Name extends string> = {
  words: Words;
  /** What it is copied from. */
  name: string;
  parts: Part<Name>[];
  targets: Target[];
  copy: (chosen: Chosen<Name>) => Promise<Outcome[]>;
  onClose: () => void;
};

/** What one says, said for others, too: which parts, for whom, what that overwrites, and what came of it. */
export function CopyDialog<Name extends string>({ words, name, parts, targets, copy, onClose }: Props<Name>) {
  const { t } = useTranslation();
  const form = useFields<Chosen<Name>>({ parts: [], targets: [] });
  const chosen = inLists(form.values, { parts, targets });
  const copying = useMutation({
    mutationFn: () =>
      copy({
        parts: chosen.parts.map((part) => part.name),
        targets: chosen.targets.map(({ value }) => value),
      }),
    onError: (error) => form.setErrors(complaintsOf(Problem.of(error))),
  });
  const busy = copying.isPending;
  // What came of it is told here only.
  const close = () => {
    if (!busy) onClose();
  };
  return (
    <Dialog title={t(`${words}.title`, { name })} onClose={close} size="lg">
      {copying.data ? (
        <Copied words={words} name={name} targets={targets} outcomes={copying.data} onClose={onClose} />
      ) : (
        <Form
          error={copying.error}
          busy={busy}
          onSubmit={() => copying.mutate()}
          submit={t(`${words}.submit`)}
          onCancel={close}
          said={
            <span role="status" className={classes.busy}>
              {busy && <StatusDot tone="busy">{t(`${words}.busy`)}</StatusDot>}
            </span>
          }
        >
          <PartFields words={words} parts={parts} {...form.value('parts')} />
          <TargetsField
            words={words}
            targets={targets}
            {...form.value('targets')}
            value={chosen.targets.map(({ value }) => value)}
          />
          <Overwritten words={words} name={name} {...chosen} />
        </Form>
      )}
    </Dialog>
  );
}
