import { infiniteQueryOptions, keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { getFeatures, getUserFeatures, listEffective } from '@/api/features';
import { byCursor } from '@/api/pages';
import { getTeam } from '@/api/teams';
import type { AccountFeatures } from '@/api/types';
import { getUser } from '@/api/users';
import type { Kind, Kinds } from './model';

export const featuresQuery = queryOptions({
  queryKey: ['features', 'account'],
  queryFn: ({ signal }) => getFeatures(signal),
});

/** The same as on the pages of teams and users: what they say of features lies with them. */
export const teamQuery = (id: string) =>
  queryOptions({ queryKey: ['teams', 'one', id], queryFn: ({ signal }) => getTeam(id, signal) });

export const userQuery = (id: string) =>
  queryOptions({ queryKey: ['user', id], queryFn: ({ signal }) => getUser(id, signal) });

export const userFeaturesQuery = (id: string) =>
  queryOptions({
    queryKey: ['features', 'user', id],
    queryFn: ({ signal }) => getUserFeatures(id, signal),
    // What follows from levels that others change is looked at anew.
    staleTime: 0,
  });

export const effectiveQuery = (team_id: string | undefined, portal_id: string | undefined) =>
  infiniteQueryOptions({
    ...byCursor,
    queryKey: ['features', 'effective', team_id ?? '', portal_id ?? ''],
    queryFn: ({ pageParam, signal }) => listEffective({ team_id, portal_id }, pageParam, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

export const kindsOf = ({ catalogue }: AccountFeatures): Kinds =>
  new Map(catalogue.map((feature) => [feature.key, feature as Kind]));

/** What was said at one level bears upon all below. */
export function useFeaturesChanged() {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      ['features', 'teams', 'portals'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
    );
}
