import { Outlet } from '@tanstack/react-router';
import type { User } from '@/api/types';
import { lazyPart } from '@/ui/lazyPart';
import { Waiting } from '../Waiting';
import { seatedAt } from './areas';
import { useSeat } from './useSeat';

const NoSeatYet = lazyPart(() => import('./NoSeatYet').then((module) => module.NoSeatYet));

/** A page, once there is a seat for whoever works there by one (PPL-15). A fault keeps nobody from their work. */
export function Seated({ user, at }: { user: User; at: string }) {
  const module = seatedAt(at);
  const seat = useSeat(module && user.seats[module] ? module : undefined);
  if (seat.isLoading) return <Waiting />;
  if (seat.data?.state === 'waiting') return <NoSeatYet seat={seat.data} />;
  return <Outlet />;
}
