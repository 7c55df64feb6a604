import { useLayoutEffect } from 'react';

/** Shows the app in the account's colour, as long as somebody looks at it. */
export function useAccent(colour: string | undefined) {
  useLayoutEffect(() => {
    if (!colour) return;
    const { dataset, style } = document.documentElement;
    style.setProperty('--account-accent', colour);
    dataset.accent = '';
    return () => {
      delete dataset.accent;
      style.removeProperty('--account-accent');
    };
  }, [colour]);
}
