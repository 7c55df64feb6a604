import { expect, it } from 'vitest';
import type { BatchLine } from '@/api/types';
import { restOf } from './lines';

const line = (text: string, verdict: BatchLine['verdict']): BatchLine => ({
  line: 1,
  verdict,
  text,
  values: {},
  errors: [],
  user_id: null,
});

/** PPL-12 */
it('keeps the lines that were refused, under the names of their columns', () => {
  const items = [line('Ada;ada@x.example', 'ok'), line('Bo;', 'invalid')];
  expect(restOf('First_Name;LOGIN\nAda;ada@x.example\nBo;', items)).toBe('First_Name;LOGIN\nBo;');
  expect(restOf('Ada;;ada@x.example\nBo;', items)).toBe('Bo;');
  expect(restOf('login\nAda', [line('Ada', 'ok')])).toBe('');
});
