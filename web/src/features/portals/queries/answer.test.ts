import { expect, it } from 'vitest';
import { answerTo, subjectOf } from './answer';

const asked = (more: object) => ({
  asked: {
    name: '',
    email: 'ann@north.example',
    phone: '',
    company: '',
    category: '',
    question: '',
    custom: [],
    ...more,
  },
});

/** QRY-2 */
it('answers about the first line of the question, or the category, or the portal', () => {
  expect(subjectOf(asked({ question: 'It is broken\nSince Monday' }), 'Help')).toBe('Re: It is broken');
  expect(subjectOf(asked({ category: 'Billing' }), 'Help')).toBe('Re: Billing');
  expect(subjectOf(asked({}), 'Help')).toBe('Re: Help');
  expect(subjectOf(asked({ question: 'x'.repeat(200) }), 'Help')).toHaveLength(82);
});

it('begins a mail with the question below, and lets nothing else into its address', () => {
  expect(answerTo(asked({ question: 'Why? & how' }), 'Help')).toBe(
    'mailto:ann@north.example?subject=Re%3A%20Why%3F%20%26%20how&body=%0D%0A%0D%0A%3E%20Why%3F%20%26%20how%0D%0A',
  );
  expect(answerTo(asked({ email: 'a?b&c@north.example' }), 'Help')).toBe(
    'mailto:a%3Fb%26c@north.example?subject=Re%3A%20Help',
  );
  expect(answerTo(asked({ email: '' }), 'Help')).toBeUndefined();
});
