import { type KeyboardEvent, useState } from 'react';
import type { Member } from '@/api/types';
import type { Column } from './board';

export type Carried = { people: Member[]; to: string | null };

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** Teams in the order in which they stand on the board. */
export const placesOf = (columns: Column[]): (string | null)[] =>
  columns.flatMap(({ team, subteams }) => [team?.id ?? null, ...placesOf(subteams)]);

type Cards = {
  places: (string | null)[];
  /** Whom a card's button is about, with whoever moves along. */
  peopleOf: (button: HTMLElement) => Member[];
  onDrop: (carried: Carried) => void;
};

/** Dragging without a mouse: Space on a card's button picks it up, arrow keys carry it, Enter or Space puts it down. */
export function useCarry({ places, peopleOf, onDrop }: Cards) {
  const [carried, setCarried] = useState<Carried>();

  function carry({ people, to }: Carried, step: number) {
    const next = places[(places.indexOf(to) + step + places.length) % places.length];
    if (next === undefined) return;
    setCarried({ people, to: next });
    document.getElementById(`team-${next}`)?.scrollIntoView({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent) {
    const { key, target } = event;
    if (!(target instanceof HTMLElement) || !target.id.startsWith('move-')) return;
    const step = STEPS[key];
    if (!carried) {
      if (key !== ' ') return;
      event.preventDefault();
      const people = peopleOf(target);
      if (people[0]) setCarried({ people, to: people[0].team_id ?? null });
      return;
    }
    // Tab goes on, and leaves the card where it was.
    if (key === 'Tab') return setCarried(undefined);
    event.preventDefault();
    if (step) return carry(carried, step);
    if (key === 'Enter' || key === ' ') onDrop(carried);
    if (key === 'Enter' || key === ' ' || key === 'Escape') setCarried(undefined);
  }

  return {
    carried,
    keys: {
      onKeyDown,
      // A button is pressed when Space is let go.
      onKeyUp: (event: KeyboardEvent) => {
        if (event.key === ' ' && (event.target as HTMLElement).id.startsWith('move-')) event.preventDefault();
      },
      onBlur: () => setCarried(undefined),
    },
  };
}
