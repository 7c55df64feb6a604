import { expect, it } from 'vitest';
import { addressOf, clock, grouped, mailTo, secondsLeft } from './mail';

/** POR-5 */
it('says nine digits in threes, and the time that is left', () => {
  expect(grouped('123456789')).toBe('123 456 789');
  expect(clock(5)).toBe('0:05');
  expect(clock(65)).toBe('1:05');
  expect(clock(3_905)).toBe('1:05:05');
  const now = Date.parse('2026-11-29T07:00:00.500Z');
  const code = { created_at: '2026-11-29T06:46:00Z', expires_at: '2026-11-29T07:01:00Z' };
  expect(secondsLeft(code, now)).toBe(60);
  expect(secondsLeft(code, Date.parse(code.expires_at) + 1000)).toBe(0);
  expect(secondsLeft(code, Date.parse(code.created_at) - 900)).toBe(15 * 60);
});

/** POR-5 */
it('puts code and address into a mail, whole', () => {
  const address = addressOf('https://help.example', '/p/acme', '123456789', 'pt');
  expect(address).toBe('https://help.example/p/acme?code=123456789&lang=pt');
  const mail = new URL(mailTo({ subject: 'Code {{code}}', body: 'See\n{{address}}' }, '123456789', address));
  expect(mail.protocol).toBe('mailto:');
  expect(mail.searchParams.get('subject')).toBe('Code 123 456 789');
  expect(mail.searchParams.get('body')).toBe(`See\r\n${address}`);
});
