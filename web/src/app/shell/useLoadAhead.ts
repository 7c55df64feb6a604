import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Role } from '@/api/types';
import { areasFor } from './areas';

const QUIET = 3000;

/**
 * Fetches the code of the other areas once the page is there: then going to one is immediate, and possible without a
 * connection.
 */
export function useLoadAhead(role: Role | undefined) {
  const router = useRouter();
  useEffect(() => {
    if (!role) return;
    const later = setTimeout(() => {
      for (const { to } of areasFor(role)) void router.loadRouteChunk(router.routesByPath[to]);
    }, QUIET);
    return () => clearTimeout(later);
  }, [role, router]);
}
