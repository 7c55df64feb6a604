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

/** Who loses sight of a thing sees it nowhere within a minute: on a page that lies open neither. */
const MINUTE = 60_000;

/** What every query of one thing has in common. What is refused is not asked for again and again. */
export const ofOne = {
  refetchInterval: ({ state }: { state: { data?: unknown } }) => (state.data === undefined ? false : MINUTE),
};

/** What every list by cursor has in common. One of several pages is not asked for by the clock: it takes a request for each. */
export const byCursor = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: Page) => page.next_cursor,
  refetchInterval: ({ state }: { state: { data?: { pages: unknown[] } } }) =>
    state.data?.pages.length === 1 ? MINUTE : false,
};
