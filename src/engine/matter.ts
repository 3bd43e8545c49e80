import type { FactValue } from './policy.ts';
import type { Instant } from './instant.ts';

/**
 * A matter as the engine sees it: everything a decision may depend on, as plain JSON.
 * The server keeps exactly this beside the row, so that one read brings all of it.
 */
export interface MatterState {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly stage: string;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly roles: Readonly<Record<string, Bearer>>;
  /** All acts done, people's and the system's, in the order they were recorded. */
  readonly acts: readonly ActRecord[];
  readonly obligations: readonly ObligationState[];
  readonly approvals: readonly ApprovalState[];
  /** Sequence number of the last event. */
  readonly seq: number;
  /** Counts people's acts only. */
  readonly version: number;
  readonly unit: string | null;
  readonly about: string | null;
  readonly parent: MatterState | null;
  readonly children: readonly MatterState[];
  /** Set when it was entered by mistake or merged: nothing is owed any more. */
  readonly ended: 'void' | 'merged' | null;
}

/** A person, a unit, or a position (in a unit). A person carries his unit along, so that “manager of the handler” can be found. */
export interface Bearer { readonly person?: string; readonly unit?: string; readonly position?: string }

/** Who acts: a person with all he holds, or the system. */
export type Actor =
  | { readonly is: 'person'; readonly person: string; readonly unit: string | null; readonly positions: readonly HeldPosition[]; readonly rights: readonly string[] }
  | { readonly is: 'system' };
export interface HeldPosition { readonly position: string; readonly unit: string | null }

/** Who holds what, as gathered for one decision. */
export interface Directory {
  readonly units: readonly string[];
  readonly people: readonly { readonly person: string; readonly unit: string | null; readonly positions: readonly HeldPosition[] }[];
}

/** The fields an act carries beside the facts it asks. */
export interface ActFields {
  readonly to?: Bearer;
  readonly text?: string;
  readonly how?: 'phone' | 'visit' | 'message' | 'letter';
  readonly present?: readonly string[];
  readonly about?: string;
  readonly outcome?: string;
  readonly reason?: string;
  /** Obligation named by waive. */
  readonly obligation?: string;
  /** Instant: when a suspended matter is looked at again, when an overseen one is expected. */
  readonly until?: Instant;
  readonly files?: readonly string[];
}

export interface ActRecord {
  readonly seq: number;
  readonly act: string;
  readonly actor: Bearer | 'system';
  /** occurredAt */
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly fields: ActFields;
  /** Facts given with this act (`it.promise_by`). */
  readonly facts: Readonly<Record<string, FactValue>>;
}

export type ObligationStatus = 'open' | 'paused' | 'breached' | 'met' | 'met-late' | 'waived' | 'void';

export interface ObligationState {
  /** (duty, round, slot) is its identity inside the matter; id = a stable text made of the three. */
  readonly key: string;
  readonly duty: string;
  /** Sequence of the act that started the clock. */
  readonly round: number;
  readonly slot: string;
  readonly row: number;
  readonly act: string;
  readonly bearers: readonly Bearer[];
  readonly clause: readonly string[];
  readonly ours: string | null;
  readonly status: ObligationStatus;
  /** When the act that started it occurred. */
  readonly startedAt: Instant;
  /** From where the present limit counts: startedAt, or a reclassification that shortened it. */
  readonly countsFrom: Instant;
  /** Old due time that a shorter limit may not pass. */
  readonly cap: Instant | null;
  readonly dueAt: Instant | null;
  readonly generation: number;
  readonly pauses: readonly { readonly from: Instant; readonly to: Instant | null; readonly reason: string }[];
  /** Ladder steps (and 'breach') that have fired in this generation. */
  readonly fired: readonly string[];
  readonly next: { readonly at: Instant; readonly step: string } | null;
  readonly metAt: Instant | null;
  readonly metBy: number | null;
  readonly breachedAt: Instant | null;
  readonly noticedAt: Instant | null;
  /** Done in time, recorded after the breach. */
  readonly recordedLate: boolean;
  readonly sampledOut: boolean;
}

export interface ApprovalState {
  readonly id: string;
  readonly approval: string;
  readonly act: string;
  /** Hash over the facts the approval covers. */
  readonly covers: string;
  readonly applicant: string;
  readonly status: 'pending' | 'approved' | 'rejected' | 'lapsed' | 'used';
  readonly steps: readonly ApprovalStepState[];
  readonly seq: number;
  readonly facts: Readonly<Record<string, FactValue>>;
}
export interface ApprovalStepState {
  /** Any of these may give it. */
  readonly bearers: readonly Bearer[];
  readonly gives: string;
  readonly group: number;
  /** Position the policy names, when nobody holds it and the step moved up. */
  readonly insteadOf: Bearer | null;
  readonly decision: 'approve' | 'reject' | null;
  readonly by: string | null;
  readonly opinion: string | null;
  readonly at: Instant | null;
}
