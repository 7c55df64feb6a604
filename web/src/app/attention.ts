import { focusManager } from '@tanstack/react-query';

/** Who has touched nothing for so long has gone. */
const GONE = 10 * 60_000;
/** Signs of somebody; a page scrolls by itself, too. A screen reader keeps keys to itself, and moves the focus. */
const SIGNS = ['pointermove', 'pointerdown', 'wheel', 'keydown', 'focusin'];

/**
 * What the app asks by the clock rests while nobody is there, and goes on at the next touch: a page that lies open must
 * not look like somebody at work, or their login of the team (TEA-3) and their shared seat (PPL-15) would never be free.
 * That goes for the progress of imports and the like, too: the server does not need to be watched, and whoever comes back
 * sees at once how far it is.
 */
export function watchAttention(page: EventTarget) {
  let going: ReturnType<typeof setTimeout> | undefined;
  const seen = () => {
    clearTimeout(going);
    going = setTimeout(() => focusManager.setFocused(false), GONE);
    // As ever: by whether the page is in sight.
    focusManager.setFocused(undefined);
  };
  for (const sign of SIGNS) page.addEventListener(sign, seen, { capture: true, passive: true });
  seen();
}
