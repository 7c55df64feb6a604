import { expect, it } from 'vitest';
import type { Portal } from '@/api/types';
import { isBlank, PARTS } from './parts';

const silent = { fields: {}, texts: {}, accent_colour: null, features: {} } as unknown as Portal;

/** POR-1 */
it('knows of a portal what it leaves blank', () => {
  const blank = (more: object) => PARTS.filter((part) => isBlank({ ...silent, ...more }, part));
  expect(blank({})).toEqual(['texts', 'accent_colour', 'features']);
  expect(blank({ texts: { de: null, en: { title: '', greeting: null } } })).toContain('texts');
  expect(blank({ texts: { de: null, en: { title: 'Help' } }, accent_colour: '#224488' })).toEqual([
    'features',
  ]);
});
