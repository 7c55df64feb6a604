import { CloseButton } from '@mantine/core';
import {
  type KeyboardEvent,
  type ReactNode,
  type SyntheticEvent,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import classes from './Dialog.module.css';

type Props = {
  title: ReactNode;
  /** Left out: it can't be closed but by what is in it. */
  onClose?: () => void;
  size?: 'sm' | 'md' | 'lg' | 'xl';
  children: ReactNode;
};

/** An open list of choices takes the key for itself. */
const isTaken = ({ target }: SyntheticEvent) =>
  target instanceof HTMLElement && target.dataset.mantineStopPropagation === 'true';

/**
 * The browser's own dialog: it holds the focus, makes the page behind it inert, and costs no library on the first page.
 * Rendered while it is open: what was typed goes with it.
 */
export function Dialog({ title, onClose, size = 'md', children }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const node = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = node.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    // Gives the focus back to where it was.
    return () => dialog?.close();
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (!isTaken(event)) onClose?.();
  }

  /** A phone's "back". Choosing no file is told by an event of the same name, from the field. */
  function onCancel(event: SyntheticEvent) {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    onClose?.();
  }

  return createPortal(
    <dialog
      ref={node}
      className={classes.dialog}
      data-size={size}
      aria-labelledby={id}
      onKeyDown={onKeyDown}
      onCancel={onCancel}
    >
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {onClose && <CloseButton aria-label={t('common.close')} onClick={onClose} />}
      </div>
      <div className={classes.body}>{children}</div>
    </dialog>,
    document.body,
  );
}
