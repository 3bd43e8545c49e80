import { recordHappening } from '#capabilities/audit/index.ts';
import { openIdentity, type IdentityOptions } from '#capabilities/identity/index.ts';
import type { Context } from '#platform/operations/index.ts';

/** What the surroundings give; identity is opened over it. */
export interface Surroundings extends Omit<Context, 'identity'> {
  /** Tests count how often a password is looked at, and do not wait. */
  readonly identity?: Partial<Pick<IdentityOptions, 'passwords' | 'refusalMilliseconds'>>;
}

/** Puts together what every operation may use. */
export function openContext({ identity = {}, ...rest }: Surroundings): Context {
  const { db, clock } = rest;
  return {
    ...rest,
    identity: openIdentity({
      db,
      clock,
      ...identity,
      record: (scope, stream, of, type, body, words) => {
        const actor = 'person' in scope.actor && typeof scope.actor.person === 'string' ? scope.actor.person : null;
        return recordHappening(scope, { stream, of, type, actor, at: clock.now(), body, words });
      },
    }),
  };
}
