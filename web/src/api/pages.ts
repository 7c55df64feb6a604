type Page = { items: unknown[]; next_cursor?: string | null };

/** Enough for an account of ten thousand; a larger one is asked to load more. */
const HOPS = 60;

/** A filtered page may be empty although more follow: goes on to the first that holds something. */
export async function firstFilled<Found extends Page>(
  read: (cursor: string | undefined) => Promise<Found>,
  cursor: string | undefined,
): Promise<Found> {
  let page = await read(cursor);
  for (let hop = 0; page.items.length === 0 && page.next_cursor && hop < HOPS; hop += 1) {
    page = await read(page.next_cursor);
  }
  return page;
}

/** Every page of a list that is known to be short, such as an account's services. */
export async function allOf<Item>(
  read: (cursor: string | undefined) => Promise<{ items: Item[]; next_cursor?: string | null }>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    items.push(...page.items);
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  return items;
}

/** What every list by cursor has in common. */
export const byCursor = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: Page) => page.next_cursor,
};
