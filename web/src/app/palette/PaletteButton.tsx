import { Kbd, UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/ui/Icon';
import { lazyPart } from '@/ui/lazyPart';
import classes from './PaletteButton.module.css';

// Whoever presses Ctrl-K types on at once.
const Palette = lazyPart(() => import('./Palette').then((module) => module.Palette));

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Opens the palette, as Ctrl-K or ⌘K does from anywhere. */
export function PaletteButton() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  // Also from within a field.
  useHotkeys([['mod+K', () => setOpen(true)]], []);
  return (
    <>
      <UnstyledButton
        className={classes.button}
        aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}
        onClick={() => setOpen(true)}
      >
        <Icon name="search" size={16} />
        <span className={classes.label}>{t('palette.open')}</span>
        <Kbd className={classes.keys} size="xs" aria-hidden="true">
          {isMac ? '⌘K' : 'Ctrl K'}
        </Kbd>
      </UnstyledButton>
      {open && <Palette onClose={() => setOpen(false)} />}
    </>
  );
}
