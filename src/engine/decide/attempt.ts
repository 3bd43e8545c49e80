import type { ActRecord, Actor, MatterState } from '../matter.ts';
import type { Act, FactValue, Kind } from '../policy.ts';
import type { World } from './types.ts';

/** One act somebody wants to do, with the matter as it would be if its facts were known. */
export interface Attempt {
  readonly world: World;
  readonly kind: Kind;
  readonly act: Act;
  readonly actor: Actor;
  /** The matter with the facts of the attempt laid over. */
  readonly matter: MatterState;
  /** The facts as they were known before. */
  readonly before: Readonly<Record<string, FactValue>>;
  readonly proposed: ActRecord;
  /** While merely listing what is possible, an answer still to be given refuses nothing. */
  readonly listing: boolean;
  /** The other matter of a merging. */
  readonly other?: MatterState;
}
