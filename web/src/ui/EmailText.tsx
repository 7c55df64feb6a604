import classes from './EmailText.module.css';

/** An address that is too long for one line continues with its "@" on the next, instead of breaking a word. */
export function EmailText({ children }: { children: string }) {
  const at = children.lastIndexOf('@');
  if (at < 1) return children;
  return (
    <>
      <span className={classes.part}>{children.slice(0, at)}</span>
      <span className={classes.part}>{children.slice(at)}</span>
    </>
  );
}
