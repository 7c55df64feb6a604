/** A sentence of the document; what it puts between backticks is code. */
export function Prose({ children }: { children: string }) {
  return children.split('`').map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move
    at % 2 === 1 ? <code key={at}>{part}</code> : <span key={at}>{part}</span>,
  );
}
