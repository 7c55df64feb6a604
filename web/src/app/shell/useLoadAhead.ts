import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Permitted } from '@/api/permissions';
import { areasFor } from './areas';

const QUIET = 3000;

/**
 * Fetches the code of the other areas once the page is there: then going to one is immediate, and possible without a
 * connection.
 */
export function useLoadAhead(user: Permitted | undefined) {
  const router = useRouter();
  useEffect(() => {
    if (!user) return;
    const later = setTimeout(() => {
      for (const { to } of areasFor(user)) void router.loadRouteChunk(router.routesByPath[to]);
    }, QUIET);
    return () => clearTimeout(later);
  }, [user, router]);
}
