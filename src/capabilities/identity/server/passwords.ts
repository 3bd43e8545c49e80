import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** How passwords are kept and compared. A value, so that tests can count how often a password was really looked at. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** @param kept - null when there is nobody, or he has no password: the work is the same, the answer is no. */
  matches(password: string, kept: string | null): Promise<boolean>;
}

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Argon2id with 19 MiB and two passes. */
export function argonPasswords(): Passwords {
  let nobody: Promise<string> | undefined;
  return {
    hash: (password) => hash(password.normalize('NFKC'), COST),
    async matches(password, kept) {
      const against = kept ?? (await (nobody ??= hash('nobody has this password', COST)));
      const same = await verify(against, password.normalize('NFKC')).catch(() => false);
      return kept !== null && same;
    },
  };
}

// Without signs that look alike on paper or sound alike on the telephone.
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to be told once and changed at the first sign-in: about 79 bits, in groups of four. */
export function oneTimePassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
