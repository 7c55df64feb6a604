import { expect, it } from 'vitest';
import { addressOf, embedCode, slugOf } from './address';

/** POR-1 */
it('makes a name for addresses of any name', () => {
  expect(slugOf('North Support')).toBe('north-support');
  expect(slugOf('  Größe & Maß – Öl ')).toBe('grosse-mass-ol');
  expect(slugOf('À l’été')).toBe('a-l-ete');
  expect(slugOf('…')).toBe('');
  expect(slugOf(`${'x'.repeat(39)} and more`)).toBe('x'.repeat(39));
});

/** POR-6 */
it('is shown in another site by one tag, in its colour', () => {
  expect(addressOf('help', 'https://desk.example')).toBe('https://desk.example/p/help');
  expect(embedCode('help', null, 'https://desk.example')).toBe(
    '<script src="https://desk.example/p/help/embed.js" async></script>',
  );
  expect(embedCode('help', '#0b6f88', 'https://desk.example')).toBe(
    '<script src="https://desk.example/p/help/embed.js" data-colour="#0b6f88" async></script>',
  );
});
