import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Dialog.module.css';

type Props = {
  title: ReactNode;
  /** Left out: it can't be closed but by what is in it. */
  onClose?: () => void;
  size?: 'sm' | 'md' | 'lg' | 'xl';
  children: ReactNode;
};

/** Rendered while it is open: what was typed goes with it. */
export function Dialog({ title, onClose, size = 'md', children }: Props) {
  const { t } = useTranslation();
  return (
    <Modal.Root
      opened
      onClose={onClose ?? (() => undefined)}
      size={size}
      closeOnClickOutside={false}
      // Locking takes a <style> element, which the security policy refuses.
      lockScroll={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content>
        {/* Mantine's own header is a <header>, which would be a second banner of the page. */}
        <div className={classes.head}>
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          {onClose && <Modal.CloseButton aria-label={t('common.close')} />}
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
