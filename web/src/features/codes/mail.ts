import type { Code, Locale } from '@/api/types';

export type Mail = { subject: string; body: string };

// The customer's language is seldom the page's: a small file for each.
const files = import.meta.glob<{ code_mail: Mail }>('/src/app/locales/*/code-mail.json', {
  import: 'default',
});

export async function readMail(language: Locale): Promise<Mail> {
  const texts = await files[`/src/app/locales/${language}/code-mail.json`]?.();
  return texts?.code_mail ?? { subject: '{{code}}', body: '{{address}}' };
}

/** Nine digits as one says them. */
export const grouped = (code: string) => code.replace(/\d{3}(?=\d)/g, '$& ');

/** Where a customer goes: the code stands there already. */
export function addressOf(origin: string, portal: string, code: string, language: Locale): string {
  return `${origin}${portal}?${new URLSearchParams({ code, lang: language })}`;
}

/** A mail that waits for the customer's address only. */
export function mailTo({ subject, body }: Mail, code: string, address: string): string {
  const fill = (text: string) =>
    encodeURIComponent(
      text.replaceAll('{{code}}', grouped(code)).replaceAll('{{address}}', address).replaceAll('\n', '\r\n'),
    );
  return `mailto:?subject=${fill(subject)}&body=${fill(body)}`;
}

/** What a code has left, in whole seconds; never more than it was made for, should this clock be behind the server's. */
export function secondsLeft(
  { created_at, expires_at }: Pick<Code, 'created_at' | 'expires_at'>,
  now: number,
) {
  const until = Date.parse(expires_at);
  const all = Math.round((until - Date.parse(created_at)) / 1000);
  return Math.min(all, Math.max(0, Math.ceil((until - now) / 1000)));
}

/** 4:05, or 1:04:05. */
export function clock(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
