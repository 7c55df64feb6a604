import type { Query } from '@/api/types';

const SUBJECT = 78;
/** Mail programs cut addresses that are longer. */
const QUOTED = 1200;

/** What an answer is about: the first line of the question, or what the portal is called. */
export function subjectOf({ asked }: Pick<Query, 'asked'>, otherwise: string): string {
  const [first = ''] = asked.question.trim().split('\n');
  const about = first.trim() || asked.category || otherwise;
  const short = about.length > SUBJECT ? `${about.slice(0, SUBJECT - 1).trimEnd()}…` : about;
  return `Re: ${short}`;
}

/** Begins a mail to whoever asked, with the question below; nothing where no address was asked for. */
export function answerTo(query: Pick<Query, 'asked'>, otherwise: string): string | undefined {
  const { email, question } = query.asked;
  if (!email) return undefined;
  const short = question.length > QUOTED ? `${question.slice(0, QUOTED)}…` : question;
  const quoted = short
    .trim()
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\r\n');
  const body = question.trim() ? `&body=${encodeURIComponent(`\r\n\r\n${quoted}\r\n`)}` : '';
  return `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}?subject=${encodeURIComponent(subjectOf(query, otherwise))}${body}`;
}
