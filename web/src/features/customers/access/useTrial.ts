import { skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { cancelAccessChange, requestAccessChange } from '@/api/access-changes';
import { isOver } from '@/api/jobs';
import type { Selection } from '../list/useSelection';
import { accessChangeQuery } from '../queries';
import { type Change, inputOf } from './change';

/** Somebody waits for it before their eyes. */
const SOON = 400;

/** A change that is only tried: the server looks at everybody and says what would become of them. */
export function useTrial(selection: Selection, change: Change) {
  const asking = useMutation({ mutationFn: () => requestAccessChange(inputOf(selection, change), true) });
  const id = asking.data?.id;
  const { queryFn, ...query } = accessChangeQuery(id ?? '', SOON);
  const watching = useQuery({ ...query, queryFn: id ? queryFn : skipToken });
  const found = id ? (watching.data ?? asking.data) : undefined;
  const runs = asking.isPending || (found !== undefined && !isOver(found.state));
  return {
    run: () => asking.mutate(),
    runs,
    found,
    error: asking.error ?? watching.error,
    /** What has changed in the dialog makes it worthless. */
    forget: () => {
      if (id && runs) void cancelAccessChange(id).catch(() => undefined);
      asking.reset();
    },
  };
}
