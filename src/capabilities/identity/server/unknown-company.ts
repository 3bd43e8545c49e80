import type { Clock } from '#platform/clock/index.ts';
import { PER_ACCOUNT, PER_ADDRESS, waitFor, type Allowance } from '../rules/tries.ts';

/**
 * Counts, in this process, what has no company to be counted in: tries at names of companies that do not exist
 * (they must be turned away just as those that do), and all tries of one address, whatever company it tries.
 */
export interface UnknownCompanies {
  /** Counts a try before it is looked at. @returns how many milliseconds to wait instead; 0 = it may go on. */
  tryAddress(address: string): number;
  tryAccount(slug: string, username: string): number;
  /** A right password was no try in vain. */
  forgive(address: string): void;
}

const KEPT_AT_MOST = 50_000;

export function unknownCompanies(clock: Clock): UnknownCompanies {
  const addresses = new Map<string, number[]>();
  const accounts = new Map<string, number[]>();
  return {
    tryAddress: (address) => count(addresses, address, clock.now(), PER_ADDRESS),
    tryAccount: (slug, username) => count(accounts, JSON.stringify([slug, username]), clock.now(), PER_ACCOUNT),
    forgive: (address) => void addresses.get(address)?.shift(),
  };
}

function count(tries: Map<string, number[]>, key: string, now: number, allowance: Allowance): number {
  const earlier = tries.get(key) ?? [];
  const wait = waitFor(earlier, now, allowance);
  if (wait > 0) return wait;
  // The oldest name goes first: whoever floods us with names only makes us forget his own.
  if (tries.size >= KEPT_AT_MOST) for (const oldest of [...tries.keys()].slice(0, KEPT_AT_MOST / 10)) tries.delete(oldest);
  tries.delete(key);
  tries.set(key, [now, ...earlier].slice(0, allowance.tries));
  return 0;
}
