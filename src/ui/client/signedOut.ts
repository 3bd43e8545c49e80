/** A call that finds the sign-in expired waits here; the page shows a dialog over itself, and the call goes on afterwards. */
type Waiter = { readonly goOn: () => void; readonly giveUp: () => void };
let waiters: Waiter[] = [];
const listeners = new Set<() => void>();

/** Waits until the reader has signed in again. @returns false when he would rather leave. */
export function waitForSignIn(): Promise<boolean> {
  return new Promise((resolve) => {
    waiters = [...waiters, { goOn: () => resolve(true), giveUp: () => resolve(false) }];
    tell();
  });
}

/** Lets every waiting call go on (signed in again) or give up (signed out for good). */
export function settleSignIn(signedIn: boolean): void {
  const waiting = waiters;
  waiters = [];
  for (const waiter of waiting) (signedIn ? waiter.goOn : waiter.giveUp)();
  tell();
}

/** Whether some call is waiting: for `useSyncExternalStore`. */
export const signInWanted = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  read: (): boolean => waiters.length > 0,
};

function tell(): void {
  for (const listener of listeners) listener();
}
