import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';

/** A list by cursor, as far as it has been read. */
export type ListOf<Item> = UseInfiniteQueryResult<InfiniteData<{ items: Item[] }>>;
