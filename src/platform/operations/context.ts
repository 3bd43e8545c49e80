import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Log } from '#platform/log/index.ts';

/**
 * What every operation may use; made once when the server starts. A capability that brings something of its own adds it:
 * `declare module '#platform/operations/context.ts' { interface Context { … } }`.
 */
export interface Context {
  readonly db: Database;
  /** The machine's clock: sign-ins, keys, limits, recordedAt. */
  readonly clock: Clock;
  readonly log: Log;
}
