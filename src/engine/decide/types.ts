import type { Actor, ActFields, Bearer, Directory, MatterState } from '../matter.ts';
import type { CompiledCalendar } from '../calendar/types.ts';
import type { FactValue, Policy } from '../policy.ts';
import type { Instant } from '../instant.ts';
import type { Text } from '../text.ts';

/** Everything a decision may depend on. Gathered by the server (or the replay) before `decide` is called. */
export interface World {
  readonly policy: Policy;
  readonly calendars: Readonly<Record<string, CompiledCalendar>>;
  readonly directory: Directory;
  /** The policy's clock. */
  readonly now: Instant;
  /** Qualifications in force, by person; undefined = no register is joined, then nobody knows. */
  readonly holds?: Readonly<Record<string, readonly string[]>>;
  /** Replays take what happened as it happened: no guard, no right, no stage refuses. */
  readonly history?: boolean;
  /** Facts taken as known while the history does not tell them (`--assume`). */
  readonly assume?: Readonly<Record<string, FactValue>>;
}

export interface ReceiveCommand {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly unit: string | null;
  readonly about: string | null;
  readonly parent: MatterState | null;
  /** The kind's opening act: `receive` from people, `open` from the system. */
  readonly act: 'receive' | 'open';
  readonly actor: Actor;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly fields: ActFields;
  readonly occurredAt: Instant;
}

export interface ActCommand {
  readonly act: string;
  readonly actor: Actor;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly fields: ActFields;
  readonly occurredAt: Instant;
  /** The other matter of a merging, as it is. */
  readonly other?: MatterState;
}

/** Why an act is refused: the clause, its words, and what would make it possible. */
export interface Refusal {
  readonly clause: readonly string[];
  readonly rule: string;
  readonly text: Text;
  /** What is missing: an approval, an act to be done first, a fact, a position. */
  readonly needs: readonly Need[];
  readonly kind: 'stage' | 'may' | 'guard' | 'approval' | 'late' | 'ended' | 'field';
  /** Who can do it, or give what is missing. */
  readonly who: readonly Bearer[];
  /** What can be said to the customer meanwhile, where the policy gives a sentence. */
  readonly say: string | null;
  /** Holds only for some of the answers the form still asks for. */
  readonly conditional: boolean;
}
export type Need =
  | { readonly is: 'approval'; readonly approval: string }
  | { readonly is: 'act'; readonly act: string }
  | { readonly is: 'fact'; readonly fact: string }
  | { readonly is: 'position'; readonly who: string }
  | { readonly is: 'stage'; readonly stages: readonly string[] }
  | { readonly is: 'right'; readonly right: string }
  | { readonly is: 'reason' };

/** An event before the server gives it its place in the chain. `words` are personal or free text: hashed by commitment, erasable. */
export interface NewEvent {
  readonly seq: number;
  readonly type: EventType;
  readonly act: string | null;
  readonly actor: Actor;
  readonly occurredAt: Instant;
  readonly body: Readonly<Record<string, unknown>>;
  readonly words: Readonly<Record<string, string>>;
}
export type EventType = 'acted' | 'recalled' | 'recorded-against-rule' | 'breached' | 'reminded' | 'breach-annulled' | 'approval-requested' | 'approval-decided' | 'approval-lapsed' | 'rederived' | 'repinned';

/** Something for somebody to know: resolved to people only when it is sent. */
export interface Notice {
  readonly to: readonly Bearer[];
  readonly template: 'told' | 'reminded' | 'breached' | 'approval-wanted' | 'approval-decided' | 'assigned' | 'chased' | 'returned' | 'recalled' | 'recorded-against-rule' | 'urgent' | 'taken';
  readonly rule: string;
  readonly clause: readonly string[];
  readonly obligation: string | null;
  readonly seq: number;
  /** Who of those it is for hears of the same change otherwise, or made it himself. */
  readonly except?: readonly Bearer[];
  /** Keys of what is newly owed: each reader hears of the first that is his. */
  readonly of?: readonly string[];
  /** With which event the change began that says it, where several changes are written together; else the first of all. */
  readonly change?: number;
}

export type SideEffect =
  | { readonly do: 'open'; readonly kind: string; readonly once: string | null; readonly rule: string }
  | { readonly do: 'other'; readonly name: string; readonly with: unknown; readonly rule: string };

export interface Decided {
  readonly refused: null;
  readonly matter: MatterState;
  readonly events: readonly NewEvent[];
  readonly notices: readonly Notice[];
  readonly effects: readonly SideEffect[];
  /** What was written down though a rule forbids it: the reasons the act would have been refused for. */
  readonly against?: readonly Refusal[];
}
/** Nothing happened: the act is refused by the policy, or what was given is wrong in itself. */
export interface Refused { readonly refused: readonly Refusal[]; readonly wrong: readonly Issue[] }
/** One thing wrong with what was given: which field, and what it should be. */
export interface Issue { readonly path: string; readonly message: Text }
export type Decision = Decided | Refused;
