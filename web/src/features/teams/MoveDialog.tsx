import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member, Team } from '@/api/types';
import { teamChoices } from '@/choices/teams';
import { Dialog } from '@/ui/Dialog';
import classes from './MoveDialog.module.css';
import { nameOf } from './queries';

/** More are found sooner by typing. */
const FEW = 8;

type Props = {
  people: Member[];
  /** Where they may be moved to. */
  teams: Team[];
  /** Whether they may be taken out of all teams. */
  mayLeave: boolean;
  onChoose: (team: string | null) => void;
  onClose: () => void;
};

/** The teams as a list: one press, and they are there. */
export function MoveDialog({ people, teams, mayLeave, onChoose, onClose }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLocaleLowerCase();
  const [one] = people;
  const choices: { value: string | null; label: string }[] = teamChoices(teams).filter(({ label }) =>
    label.toLocaleLowerCase().includes(wanted),
  );
  if (mayLeave && !wanted) choices.push({ value: null, label: t('team.none') });
  const isHere = (team: string | null) => people.every(({ team_id }) => (team_id ?? null) === team);
  const isMany = teams.length > FEW;
  return (
    <Dialog
      title={
        people.length === 1 && one
          ? t('teams.move_person', { name: nameOf(one) })
          : t('teams.move_many', { count: people.length })
      }
      onClose={onClose}
      size="sm"
    >
      {isMany && (
        <TextInput
          type="search"
          data-autofocus
          mb="xs"
          aria-label={t('teams.find')}
          placeholder={t('teams.find')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            const [first] = choices;
            if (event.key === 'Enter' && wanted && first) onChoose(first.value);
          }}
        />
      )}
      <ul className={classes.teams}>
        {choices.map(({ value, label }, at) => (
          <li key={value ?? 'none'}>
            <button
              type="button"
              className={classes.team}
              data-autofocus={(!isMany && at === 0) || undefined}
              disabled={isHere(value)}
              onClick={() => onChoose(value)}
            >
              {label}
              {isHere(value) && <span className={classes.here}>{t('teams.here')}</span>}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
