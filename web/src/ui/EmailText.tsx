/** An address that is too long for one line continues with its "@" on the next, instead of breaking a word. */
export function EmailText({ children }: { children: string }) {
  const at = children.lastIndexOf('@');
  if (at < 1) return children;
  // Not blocks side by side: a screen reader would pause between them, and searching the page find neither.
  return (
    <>
      {children.slice(0, at)}
      <wbr />
      {children.slice(at)}
    </>
  );
}
