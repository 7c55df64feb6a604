import { describe, expect, it } from 'vitest';
import { passwordRules } from './passwordRules';

/** PPL-6 */
describe('what a password must be like', () => {
  it('has 8 to 128 characters, counted as people count them', () => {
    expect(passwordRules('Abcdef1').length).toBe(false);
    expect(passwordRules('Abcdef12').length).toBe(true);
    expect(passwordRules('😀'.repeat(128)).length).toBe(true);
    expect(passwordRules('a'.repeat(129)).length).toBe(false);
  });

  it('has three of the four classes', () => {
    expect(passwordRules('abcdefgh1').classes).toBe(false);
    expect(passwordRules('Abcdefgh1').classes).toBe(true);
    expect(passwordRules('éabcdé-ß1').classes).toBe(true);
  });

  it('or at least 15 characters of any kind', () => {
    expect(passwordRules('a'.repeat(14)).classes).toBe(false);
    expect(passwordRules('a'.repeat(15)).classes).toBe(true);
  });
});
