import { Button, Skeleton } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member, Team } from '@/api/types';
import { EmptyState } from '@/ui/EmptyState';
import { lazyPart } from '@/ui/lazyPart';
import { Panel } from '@/ui/Panel';
import { SelectionBar } from '@/ui/SelectionBar';
import classes from './Board.module.css';
import { boardOf } from './board';
import { CarriedBar } from './CarriedBar';
import { Column } from './Column';
import { Moved } from './Moved';
import { placesOf, useCarry } from './useCarry';
import { useMoves } from './useMoves';
import { useReach } from './useReach';

const MoveDialog = lazyPart(() => import('./MoveDialog').then((module) => module.MoveDialog));
const NONE: never[] = [];

type Props = {
  /** Undefined while they load. */
  teams: Team[] | undefined;
  people: Member[] | undefined;
  managers: Member[] | undefined;
  text: string | undefined;
  /** Adds a subteam, for those who may. */
  onAdd: ((parent: Team) => void) | undefined;
};

/** Teams side by side; people are moved by dragging their cards, or by a list of teams that their buttons open. */
export function Board({ teams = NONE, people, managers = NONE, text, onAdd }: Props) {
  const { t } = useTranslation();
  const reach = useReach(teams);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Member[]>();
  const moves = useMoves(({ people: moved }) => {
    const ids = new Set(moved.map(({ id }) => id));
    // Others may have been selected meanwhile.
    setPicked((before) => new Set([...before].filter((id) => !ids.has(id))));
    // Their card stands elsewhere now; whoever moved them by keyboard goes along.
    if (moved.length === 1) setTimeout(() => document.getElementById(`move-${moved[0]?.id}`)?.focus());
  });
  const chosen = useMemo(() => (people ?? NONE).filter(({ id }) => picked.has(id)), [people, picked]);
  // What cards are given stays the same while others change, so that only those are drawn that do.
  const now = useRef({ chosen, picked });
  now.current = { chosen, picked };
  const withOthers = useCallback((person: Member) => {
    const { chosen: some, picked: ids } = now.current;
    return ids.has(person.id) ? some : [person];
  }, []);
  const onPick = useCallback((person: Member, isPicked: boolean) => {
    setPicked((before) => {
      const next = new Set(before);
      if (isPicked) next.add(person.id);
      else next.delete(person.id);
      return next;
    });
  }, []);
  const onAsk = useCallback((person: Member) => setAsked(withOthers(person)), [withOthers]);
  const dragged = useRef<Member[]>(NONE);
  const onDrag = useCallback(
    (person: Member) => {
      dragged.current = withOthers(person);
    },
    [withOthers],
  );
  const move = (some: Member[], to: string | null) => {
    const others = some.filter(({ team_id }) => (team_id ?? null) !== to);
    if (others.length > 0) moves.mutate({ people: others, to });
  };

  const columns = people ? boardOf(teams, people, managers, { text, seesNone: reach.seesNone }) : NONE;
  const { carried, keys } = useCarry({
    places: placesOf(columns).filter(reach.isTarget),
    peopleOf: ({ id }) => {
      const person = people?.find((one) => id === `move-${one.id}`);
      return person ? withOthers(person) : NONE;
    },
    onDrop: (what) => move(what.people, what.to),
  });

  if (!people || teams === NONE) return <Skeleton h={420} />;
  if (columns.length === 0)
    return text ? (
      <Panel flush>
        <EmptyState title={t('teams.no_match')} />
      </Panel>
    ) : null;
  return (
    <>
      <Moved teams={teams} outcome={moves.data} busy={moves.isPending} error={moves.error} />
      {teams.length > 0 && people.some(reach.mayMove) && <p className={classes.how}>{t('teams.how')}</p>}
      <div className={classes.board} {...keys}>
        {columns.map((column) => (
          <Column
            key={column.team?.id ?? 'none'}
            column={column}
            cards={{ picked, mayMove: reach.mayMove, onPick, onAsk, onDrag }}
            isTarget={reach.isTarget}
            carriedTo={carried?.to}
            onDrop={(to) => move(dragged.current, to)}
            onAdd={onAdd}
          />
        ))}
      </div>
      {carried && <CarriedBar carried={carried} teams={teams} />}
      {chosen.length > 0 && !carried && (
        <SelectionBar
          label={t('teams.chosen_label')}
          count={t('teams.chosen', { count: chosen.length })}
          onClear={() => setPicked(new Set())}
        >
          <Button size="xs" onClick={() => setAsked(chosen)}>
            {t('teams.move')}
          </Button>
        </SelectionBar>
      )}
      {asked && (
        <MoveDialog
          people={asked}
          teams={reach.targets}
          mayLeave={reach.mayLeave}
          onClose={() => setAsked(undefined)}
          onChoose={(to) => {
            setAsked(undefined);
            move(asked, to);
          }}
        />
      )}
    </>
  );
}
