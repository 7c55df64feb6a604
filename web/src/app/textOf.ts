/** What anybody may have typed into the address, as a text. */
export const textOf = (value: unknown): string | undefined =>
  value === undefined || value === '' ? undefined : String(value);
