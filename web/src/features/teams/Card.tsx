import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '@/api/types';
import { Icon } from '@/ui/Icon';
import { AnchorLink } from '@/ui/links';
import { StatusDot } from '@/ui/StatusDot';
import { Tick } from '@/ui/Tick';
import classes from './Board.module.css';
import { nameOf } from './queries';

const TONES = { active: 'good', invited: 'warn', suspended: 'bad' } as const;

type Props = {
  person: Member;
  isPicked: boolean;
  isMovable: boolean;
  onPick: (person: Member, isPicked: boolean) => void;
  onAsk: (person: Member) => void;
  onDrag: (person: Member) => void;
};

function PersonCard({ person, isPicked, isMovable, onPick, onAsk, onDrag }: Props) {
  const { t } = useTranslation();
  const name = nameOf(person);
  return (
    <li
      className={classes.card}
      data-picked={isPicked || undefined}
      data-movable={isMovable || undefined}
      draggable={isMovable}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', name);
        onDrag(person);
      }}
    >
      {isMovable && (
        <Tick
          aria-label={t('common.pick', { name })}
          checked={isPicked}
          onChange={(checked) => onPick(person, checked)}
        />
      )}
      <span className={classes.who}>
        <AnchorLink
          to="/users/$id"
          params={{ id: person.id }}
          draggable={false}
          preload={false}
          className={classes.link}
        >
          {name}
        </AnchorLink>
        {person.status !== 'active' && (
          <span className={classes.status}>
            <StatusDot tone={TONES[person.status]}>{t(`users.status.${person.status}`)}</StatusDot>
          </span>
        )}
      </span>
      {isMovable && (
        <button
          type="button"
          id={`move-${person.id}`}
          className={classes.move}
          aria-label={t('teams.move_person', { name })}
          aria-haspopup="dialog"
          title={t('teams.move')}
          onClick={() => onAsk(person)}
        >
          <Icon name="move" size={16} />
        </button>
      )}
    </li>
  );
}

/** A board has hundreds: those that stay as they are need not be thought over again. */
export const Card = memo(PersonCard);
