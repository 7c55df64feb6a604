import { type ReactNode, useId, useRef, useState } from 'react';
import classes from './Flyout.module.css';

type Props = {
  /** What the panel is called. */
  label: string;
  button: ReactNode;
  buttonClass: string | undefined;
  /** Says where the panel is; it lies above everything else, whatever it is inside of. */
  panelClass: string | undefined;
  children: (close: () => void) => ReactNode;
};

/** The browser's own popover: Escape and a click elsewhere close it, and it costs no library on the first page. */
export function Flyout({ label, button, buttonClass, panelClass, children }: Props) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={`${classes.button} ${buttonClass}`}
        aria-haspopup="dialog"
        aria-expanded={open}
      >
        {button}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className={`${classes.panel} ${panelClass}`}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && children(() => panel.current?.hidePopover())}
      </div>
    </>
  );
}
