import { standFor } from './election.ts';

/**
 * Lets one tab of this browser work for all: `work` runs while this one leads, until its signal says that it no longer does. A lock is
 * the surest way, for it falls back by itself when a tab is killed; without a secure address there are none, and tabs elect.
 */
export function whileLeading(office: string, leaving: AbortSignal, work: (signal: AbortSignal) => void): void {
  const locks = (navigator as Partial<Navigator>).locks;
  if (locks) {
    locks.request(office, { signal: leaving }, () => new Promise<void>((release) => {
      // Left while the lock was on its way: kept, it would silence every later listener of this browser.
      if (leaving.aborted) return release();
      work(leaving);
      leaving.addEventListener('abort', () => release());
    })).catch(() => undefined);
    return;
  }
  let term: AbortController | null = null;
  const candidacy = standFor(office, true, ({ leads }) => {
    if (leads === (term !== null)) return;
    term?.abort();
    term = leads ? new AbortController() : null;
    if (term) work(term.signal);
  });
  leaving.addEventListener('abort', () => {
    term?.abort();
    candidacy.leave();
  });
}
