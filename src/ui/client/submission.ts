import { useRef, useState } from 'react';
import { v4 as newKey } from 'uuid';

/**
 * The idempotency key of a form: one for each body that is submitted, kept while the same body is sent again (a retry after a lost
 * network must not act twice), new as soon as the reader has changed something or the submission has succeeded.
 */
export class Submission {
  private last = '';
  private key = '';

  keyFor(body: unknown): string {
    const text = JSON.stringify(body);
    if (this.key === '' || text !== this.last) this.key = newKey();
    this.last = text;
    return this.key;
  }

  done(): void {
    this.key = '';
  }
}

/** One submission per mounted form. */
export function useSubmission(): Submission {
  const [submission] = useState(() => new Submission());
  return submission;
}

/** Keeps the newest value for callbacks that outlive a render. */
export function useNewest<T>(value: T): { readonly current: T } {
  const newest = useRef(value);
  newest.current = value;
  return newest;
}
