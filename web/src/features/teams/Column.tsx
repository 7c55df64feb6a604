import { ActionIcon } from '@mantine/core';
import { type DragEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member, Team } from '@/api/types';
import { Icon } from '@/ui/Icon';
import { AnchorLink } from '@/ui/links';
import { useFormat } from '@/ui/useFormat';
import classes from './Board.module.css';
import { countOf, type Column as Shown } from './board';
import { Card } from './Card';

type Cards = {
  picked: ReadonlySet<string>;
  mayMove: (person: Member) => boolean;
  onPick: (person: Member, isPicked: boolean) => void;
  onAsk: (person: Member) => void;
  onDrag: (person: Member) => void;
};

type Props = {
  column: Shown;
  cards: Cards;
  isTarget: (team: string | null) => boolean;
  /** Where a card is carried to by keyboard, if one is. */
  carriedTo: string | null | undefined;
  onDrop: (team: string | null) => void;
  onAdd: ((parent: Team) => void) | undefined;
  /** It stands within its team. */
  inner?: boolean;
};

/** A team, or those who are in none: its people, and below them its subteams. */
export function Column({ column, cards, isTarget, carriedTo, onDrop, onAdd, inner }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { team, people, subteams } = column;
  const { over, ...drop } = useDrop(isTarget(team?.id ?? null), () => onDrop(team?.id ?? null));
  const Heading = inner ? 'h3' : 'h2';
  return (
    <section
      className={inner ? classes.subteam : classes.team}
      id={`team-${team?.id ?? null}`}
      aria-labelledby={id}
      data-over={over || carriedTo === (team?.id ?? null) || undefined}
      {...drop}
    >
      <div className={classes.head}>
        <Heading id={id} className={classes.name}>
          {team ? (
            <AnchorLink to="/teams/$id" params={{ id: team.id }}>
              {team.name}
            </AnchorLink>
          ) : (
            t('team.none')
          )}
        </Heading>
        <span className={classes.count}>{t('teams.people', { count: countOf(column) })}</span>
        {team && !inner && onAdd && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={t('teams.new_sub_of', { team: team.name })}
            title={t('teams.new_sub')}
            onClick={() => onAdd(team)}
          >
            <Icon name="plus" size={16} />
          </ActionIcon>
        )}
      </div>
      {team && (!inner || column.managers.length > 0) && <Managers names={column.managers} />}
      {people.length > 0 && (
        <ul className={classes.people}>
          {people.map((person) => (
            <Card
              key={person.id}
              person={person}
              isPicked={cards.picked.has(person.id)}
              isMovable={cards.mayMove(person)}
              onPick={cards.onPick}
              onAsk={cards.onAsk}
              onDrag={cards.onDrag}
            />
          ))}
        </ul>
      )}
      {people.length === 0 && subteams.length === 0 && <p className={classes.nobody}>{t('teams.nobody')}</p>}
      {subteams.map((subteam) => (
        <Column
          key={subteam.team?.id}
          column={subteam}
          inner
          {...{ cards, isTarget, carriedTo, onDrop, onAdd }}
        />
      ))}
    </section>
  );
}

function Managers({ names }: { names: string[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p className={classes.managers}>
      {names.length > 0 ? t('teams.managed_by', { names: format.list(names) }) : t('teams.unmanaged')}
    </p>
  );
}

/** Takes what is dropped on it; a team within another takes it for itself. */
function useDrop(isOpen: boolean, onDrop: () => void) {
  const [over, setOver] = useState(false);
  const stop = (event: DragEvent) => {
    event.stopPropagation();
    if (isOpen) event.preventDefault();
  };
  return {
    over,
    onDragOver: (event: DragEvent) => {
      stop(event);
      setOver(isOpen);
    },
    onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      stop(event);
      setOver(false);
      if (isOpen) onDrop();
    },
  };
}
