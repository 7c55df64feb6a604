import { NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ModuleSeats, SeatModule } from '@/api/types';
import { leftOf } from '@/choices/seats';
import { AnchorLink } from '@/ui/links';

type Kind = 'named' | 'shared';
type Props = {
  module: SeatModule;
  /** Undefined as long as they are not known. */
  seats: ModuleSeats | undefined;
  value: Kind | null;
  /** What they have had: it stays open to them. */
  held: Kind | null;
  wrong: boolean;
  onChange: (kind: Kind | null) => void;
};

/** By which seat they work in a module: what is left of each kind, and why there is none. */
export function SeatSelect({ module, seats, value, held, wrong, onChange }: Props) {
  const { t } = useTranslation();
  const none = (kind: Kind) =>
    seats !== undefined &&
    held !== kind &&
    (kind === 'named' ? leftOf(seats.named) : seats.shared.bought) === 0;
  const said = (kind: Kind) => {
    const seat = t(`users.seat.${kind}`);
    if (!seats) return seat;
    const count = kind === 'named' ? leftOf(seats.named) : seats.shared.bought;
    return t(`users.seat_${kind}`, { seat, count });
  };
  const why = seats && reason(seats, none('named'), none('shared'));
  const isUnbought = why === 'seats_unbought' && value === null;
  return (
    <div>
      {!isUnbought && (
        <NativeSelect
          aria-label={t('users.seat_for', { module: t(`users.module.${module}`) })}
          error={wrong}
          value={value ?? ''}
          onChange={({ currentTarget: { value: to } }) =>
            onChange(to === 'named' || to === 'shared' ? to : null)
          }
          data={[
            { value: '', label: t('users.seat.none') },
            { value: 'named', label: said('named'), disabled: none('named') },
            { value: 'shared', label: said('shared'), disabled: none('shared') },
          ]}
        />
      )}
      {why && (
        <Text size="xs" c="dimmed" mt={isUnbought ? 0 : 4}>
          {t(`users.${why}`)}{' '}
          <AnchorLink to="/seats" inherit underline="always">
            {t('users.seats')}
          </AnchorLink>
        </Text>
      )}
    </div>
  );
}

/** Why a kind of seat is not to be had; nothing, if each is. */
function reason({ named, shared }: ModuleSeats, noNamed: boolean, noShared: boolean) {
  if (named.bought + shared.bought === 0) return 'seats_unbought';
  if (noNamed) return named.bought > 0 ? 'seats_no_named' : 'seats_unbought_named';
  return noShared ? 'seats_no_shared' : undefined;
}
