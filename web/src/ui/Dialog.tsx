import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

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
    <Modal
      opened
      onClose={onClose ?? (() => undefined)}
      title={title}
      size={size}
      withCloseButton={onClose !== undefined}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      // Locking takes a <style> element, which the security policy refuses.
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      styles={{ title: { fontWeight: 650, fontSize: 'var(--mantine-font-size-lg)' } }}
    >
      {children}
    </Modal>
  );
}
