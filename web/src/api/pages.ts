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

/** What every list by cursor has in common. */
export const byCursor = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: Page) => page.next_cursor,
};
