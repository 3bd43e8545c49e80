import { timingSafeEqual } from 'node:crypto';
import { hashOf, newSecret } from './secrets.ts';

/** The link by which the first company is set up on an empty installation. Works once; kept in memory, as a hash. */
export interface SetupLink {
  /** Makes a link; an earlier one no longer works. @returns the token behind `/setup#`. */
  issue(): string;
  /** Whether this is the link that waits; it is not used up. */
  knows(token: string): boolean;
  /** Uses the link up. @returns whether it was the right one. */
  take(token: string): boolean;
  /** Gives a link back that was taken for something that then failed. */
  giveBack(token: string): void;
}

export function setupLink(): SetupLink {
  let waiting: Buffer | null = null;
  return {
    issue() {
      const token = newSecret();
      waiting = hashOf(token);
      return token;
    },
    knows: (token) => waiting !== null && timingSafeEqual(waiting, hashOf(token)),
    take(token) {
      if (!waiting || !timingSafeEqual(waiting, hashOf(token))) return false;
      waiting = null;
      return true;
    },
    giveBack(token) {
      waiting ??= hashOf(token);
    },
  };
}
