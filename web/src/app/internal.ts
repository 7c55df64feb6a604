/** An address of this app to go back to, or undefined: never one of another site ("//evil.example"). */
export function internal(address: unknown): string | undefined {
  return typeof address === 'string' && /^\/(?![/\\])/.test(address) ? address : undefined;
}
