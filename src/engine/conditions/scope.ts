import type { ActRecord, Actor, Bearer } from '../matter.ts';
import type { FactValue } from '../policy.ts';
import type { Instant } from '../instant.ts';

/** What a condition may look at while it is evaluated. Everything was gathered before; nothing here asks the world. */
export interface Scope {
  readonly zone: string;
  readonly now: Instant;
  /** undefined = unknown (after `assume`); a tick that was never set is false. */
  fact(name: string): FactValue | undefined;
  /** The act, item or person under `it`; null outside. Fields of an act: actor, at, to, outcome, how, present, about, text and the facts it asked. */
  readonly it: unknown;
  /** Acts done so far by this matter (`forward`) or matters above/below it (`order.return-sheet`), oldest first. */
  acts(name: string): readonly ActRecord[];
  /** Reads one field of an act record as a condition sees it (`actor`, `to`, `outcome`, a fact …). */
  actField(record: ActRecord, field: string): unknown;
  /** Whether a bearer value is the named unit, position or role. */
  isBearer(value: Bearer | 'system', name: string): boolean;
  sameBearer(left: Bearer | 'system', right: Bearer | 'system'): boolean;
  /** Whether the latest round of a duty is met (in time or late). */
  met(duty: string): boolean;
  open(calendar: string, at: Instant): boolean;
  /** undefined = nobody knows (no register of qualifications here). */
  holds(person: string, qualification: string): boolean | undefined;
  score(name: string): number | undefined;
  /** `parent.` and `about.` paths. */
  path(root: 'parent' | 'about' | string, path: readonly string[]): unknown;
}

export type { Actor };
