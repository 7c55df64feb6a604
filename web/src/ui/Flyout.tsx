import { type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react';
import classes from './Flyout.module.css';

type Props = {
  /** What the panel is called. */
  label: string;
  button: ReactNode;
  buttonClass: string | undefined;
  /** Says where the panel is, unless it is `below` its button; it lies above everything else, whatever it is inside of. */
  panelClass: string | undefined;
  below?: boolean;
  children: (close: () => void) => ReactNode;
};

/** The browser's own popover: Escape and a click elsewhere close it, and it costs no library on the first page. */
export function Flyout({ label, button, buttonClass, panelClass, below, children }: Props) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);

  function place({ newState }: ToggleEvent) {
    if (!below || newState !== 'open' || !panel.current || !opener.current) return;
    const { bottom, right } = opener.current.getBoundingClientRect();
    panel.current.style.top = `${bottom + window.scrollY + 4}px`;
    panel.current.style.right = `${document.documentElement.clientWidth - right}px`;
  }

  return (
    <>
      <button
        ref={opener}
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
        data-below={below || undefined}
        onBeforeToggle={place}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && children(() => panel.current?.hidePopover())}
      </div>
    </>
  );
}
