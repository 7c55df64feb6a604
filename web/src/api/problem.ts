import type { FieldError, ProblemDocument } from './types';

/** A refusal by the server (RFC 9457), or no answer at all: then `status` is 0 and there is no text. */
export class Problem extends Error {
  readonly status: number;
  readonly type: string;
  readonly title: string | undefined;
  readonly detail: string | undefined;
  readonly errors: FieldError[];
  /** Seconds to wait, from `Retry-After`. */
  readonly retryAfter: number | undefined;

  constructor(status: number, document: Partial<ProblemDocument> = {}, retryAfter?: number) {
    super(document.detail ?? document.title ?? `HTTP ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.type = document.type ?? 'about:blank';
    this.title = document.title;
    this.detail = document.detail;
    this.errors = document.errors ?? [];
    this.retryAfter = retryAfter;
  }

  /** The message for one field of a form, if the server named that field. */
  of(field: string): string | undefined {
    return this.errors.find((error) => error.field === field)?.message;
  }

  /** All messages by the form's field that they belong to: "services.0.service_id" belongs to "services". */
  byField(): Record<string, string> {
    const found = new Map<string, Set<string>>();
    for (const { field, message } of this.errors) {
      const [name = ''] = field.split('.');
      found.set(name, (found.get(name) ?? new Set()).add(message));
    }
    return Object.fromEntries([...found].map(([name, messages]) => [name, [...messages].join(' ')]));
  }

  static of(error: unknown): Problem {
    return error instanceof Problem ? error : new Problem(0);
  }
}

export async function problemFrom(response: Response): Promise<Problem> {
  const retryAfter = Number(response.headers.get('Retry-After')) || undefined;
  const isJson = response.headers.get('Content-Type')?.includes('json') ?? false;
  // A proxy in between may answer with a page of its own.
  const document: ProblemDocument | undefined = isJson
    ? await response.json().catch(() => undefined)
    : undefined;
  return new Problem(response.status, document, retryAfter);
}
