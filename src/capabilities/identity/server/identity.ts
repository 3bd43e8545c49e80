import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scope, TenantActor } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import { actorsOf, type Proof } from './actors.ts';
import { argonPasswords, type Passwords } from './passwords.ts';
import { setupLink, type SetupLink } from './setup-link.ts';
import { unknownCompanies, type UnknownCompanies } from './unknown-company.ts';

/**
 * Writes an event into a person's stream, in the transaction of the change. Given by the composition: the chain belongs to audit.
 * @param words - personal text; kept apart, so that it can be erased.
 */
export type RecordEvent = (
  scope: Scope<TenantActor>,
  stream: string,
  of: 'person' | 'company',
  type: string,
  body: Readonly<Record<string, unknown>>,
  words: Readonly<Record<string, string>>,
) => Promise<void>;

/** What identity keeps while the server runs. */
export interface Identity {
  /** Who sends a request; null for strangers, leavers, and proofs that have expired or were revoked. At most one second old. */
  identify(proof: Proof): Promise<Actor | null>;
  /** To be called when a change of people, positions or units is committed: what was known of this tenant's actors is forgotten at once. */
  forget(tenant: string): void;
  readonly passwords: Passwords;
  readonly record: RecordEvent;
  readonly setup: SetupLink;
  /** Tries at companies that do not exist, and how often each address tried anywhere. */
  readonly strangers: UnknownCompanies;
  /** A refused sign-in is answered after so long at the earliest, so that the time tells nothing about why. */
  readonly refusalMilliseconds: number;
}

declare module '#platform/operations/context.ts' {
  interface Context {
    readonly identity: Identity;
    /** What somebody holds has changed: work that lies with him by name and is no longer his goes back; joined in `main`. @returns in how many matters something changed */
    readonly positionsChanged?: (tenant: string, person: string) => Promise<number>;
    /** How many things lie on somebody by name and nobody looks after in his place; joined in `main`. */
    readonly heldBy?: (scope: Scope<TenantActor>, person: string) => Promise<number>;
  }
}

export interface IdentityOptions {
  readonly db: Database;
  /** The machine's clock, in demonstrations too. */
  readonly clock: Clock;
  readonly record: RecordEvent;
  readonly passwords?: Passwords;
  readonly refusalMilliseconds?: number;
}

/** Opens identity for one process. */
export function openIdentity({ db, clock, record, passwords = argonPasswords(), refusalMilliseconds = 150 }: IdentityOptions): Identity {
  const actors = actorsOf(db, clock);
  return { ...actors, passwords, record, setup: setupLink(), strangers: unknownCompanies(clock), refusalMilliseconds };
}
