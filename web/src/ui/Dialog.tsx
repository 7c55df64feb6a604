import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Dialog.module.css';

type Props = {
  title: string;
  opened: boolean;
  onClose: () => void;
  size?: 'md' | 'lg' | 'xl';
  children: ReactNode;
};

/**
 * Without scroll locking, which writes a <style> element, and with a head of its own: Mantine's would be a second
 * banner of the page to a screen reader.
 */
export function Dialog({ title, opened, onClose, size = 'md', children }: Props) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} size={size} centered lockScroll={false} withCloseButton={false}>
      <div className={classes.head}>
        <Modal.Title className={classes.title}>{title}</Modal.Title>
        <Modal.CloseButton aria-label={t('common.close')} />
      </div>
      {children}
    </Modal>
  );
}
