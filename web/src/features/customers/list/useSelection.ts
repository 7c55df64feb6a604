import { useCallback, useMemo, useState } from 'react';
import type { CustomerFilter } from '@/api/customers';
import type { Customer } from '@/api/types';
import type { Picking } from '@/ui/Picking';
import { nameOf } from '../names';

/** Those who were picked one by one, over all pages and filters; or everybody whom the filter shows. */
export type Selection =
  | { kind: 'some'; customers: ReadonlyMap<string, Customer> }
  | { kind: 'matching'; filter: CustomerFilter };

const NONE: Selection = { kind: 'some', customers: new Map() };

const same = (one: CustomerFilter, other: CustomerFilter) => JSON.stringify(one) === JSON.stringify(other);

export function useSelection(loaded: Customer[] | undefined, filter: CustomerFilter) {
  const [selected, select] = useState<Selection>(NONE);
  // Whoever matches another filter was never meant.
  const selection = selected.kind === 'matching' && !same(selected.filter, filter) ? NONE : selected;
  const pick = useCallback(
    (rows: Customer[], picked: boolean) =>
      select((before) => {
        // One less than all: those who have been loaded are named from now on.
        const known =
          before.kind === 'some' ? before.customers : new Map(loaded?.map((row) => [row.id, row]));
        const customers = new Map(known);
        for (const row of rows) {
          if (picked) customers.set(row.id, row);
          else customers.delete(row.id);
        }
        return { kind: 'some', customers };
      }),
    [loaded],
  );
  const picking: Picking<Customer> = useMemo(
    () => ({
      isPicked: ({ id }) => selection.kind === 'matching' || selection.customers.has(id),
      pick,
      name: nameOf,
    }),
    [selection, pick],
  );
  return {
    selection,
    picking,
    isEmpty: selection.kind === 'some' && selection.customers.size === 0,
    selectMatching: () => select({ kind: 'matching', filter }),
    clear: () => select(NONE),
  };
}
