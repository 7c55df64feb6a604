import { Kbd, UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/ui/Icon';
import classes from './PaletteButton.module.css';

const load = () => import('./Palette').then((module) => ({ default: module.Palette }));
const Palette = lazy(load);

/** After the page itself; whoever presses Ctrl-K types on at once. */
const SOON = 1000;

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Opens the palette, as Ctrl-K or ⌘K does from anywhere. */
export function PaletteButton() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const soon = setTimeout(() => void load(), SOON);
    return () => clearTimeout(soon);
  }, []);
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
      {open && (
        <Suspense fallback={null}>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
