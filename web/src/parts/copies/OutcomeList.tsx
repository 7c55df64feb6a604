import { AnchorLink } from '@/ui/links';
import classes from './Copies.module.css';
import type { Outcome, Target, Words } from './copies';

const PAGES = { team_copy: '/teams/$id', portal_copy: '/portals/$id' } as const;

type Props = { words: Words; targets: Target[]; outcomes: Outcome[]; onLeave: () => void };

/** Each by its name, which leads to its page, with the reasons if there are some. */
export function OutcomeList({ words, targets, outcomes, onLeave }: Props) {
  const nameOf = (id: string) => targets.find(({ value }) => value === id)?.label ?? id;
  return (
    <ul className={classes.outcomes}>
      {outcomes.map(({ id, reasons }) => (
        <li key={id}>
          <AnchorLink to={PAGES[words]} params={{ id }} underline="always" onClick={onLeave}>
            {nameOf(id)}
          </AnchorLink>
          {reasons.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
        </li>
      ))}
    </ul>
  );
}
