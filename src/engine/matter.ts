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
  /** What the last person's act changed, kept until the next person acts: so long it can be taken back. */
  readonly undo?: Undo | null;
  /** Events whose act was taken back, by sequence: the timeline shows them struck through. */
  readonly recalled?: readonly number[];
  /** The matter this one is a duplicate of. */
  readonly mergedInto?: MatterName | null;
  /** Duplicates merged into this one, each with the chasing its call was counted as. */
  readonly merged?: readonly MergedMatter[];
  /** Events that wrote down what a rule forbids, by sequence. */
  readonly againstRule?: readonly number[];
}

export interface MatterName { readonly id: string; readonly number: string }
export interface MergedMatter extends MatterName {
  readonly seq: number;
  /** Each 督办 that came along: which act it was there, and which it is here. */
  readonly oversights?: readonly { readonly of: number; readonly seq: number }[];
}

/** The way back behind one act: everything it changed, as it was before. */
export interface Undo {
  /** First and last event of the decision. */
  readonly from: number;
  readonly to: number;
  readonly act: string;
  readonly person: string;
  readonly stage: string;
  readonly ended: MatterState['ended'];
  /** null = was not known. */
  readonly facts: Readonly<Record<string, FactValue | null>>;
  readonly roles: Readonly<Record<string, Bearer | null>>;
  /** Obligations that were there before and changed, each with its place. */
  readonly obligations: readonly { readonly place: number; readonly was: ObligationState }[];
  /** How many obligations there were before. */
  readonly owed: number;
  readonly approvals: readonly ApprovalState[];
  /** Who was told of it. */
  readonly told: readonly Bearer[];
  /** Something outside the matter followed (another matter was opened, one above was told): then there is no way back. */
  readonly outside: boolean;
  /** Acts of the matter marked as given back by it. */
  readonly returned: readonly number[];
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
  /** Leave that is entered, past and coming; a replay knows of none. */
  readonly absences?: readonly Absence[];
}

/** One substitute of somebody on leave: of all matters but those excepted, or of some only. */
export interface Absence {
  readonly person: string;
  readonly from: Instant;
  /** null = he does not come back. */
  readonly until: Instant | null;
  readonly by: string;
  readonly only: readonly string[] | null;
  readonly except: readonly string[];
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
  /** Instant: when a suspended matter is looked at again, when an overseen one is answered for, or an instruction. */
  readonly until?: Instant;
  readonly files?: readonly string[];
  /** The forwarding that was given back. */
  readonly returns?: string;
  /** The act that was in fact done, though a rule forbids it, and when. */
  readonly done?: string;
  readonly doneAt?: Instant;
  /** The matter a duplicate is merged into, and how it is called. */
  readonly into?: string;
  readonly intoNumber?: string;
  /** The customer a matter is corrected to. */
  readonly customer?: string;
  /** Of taking work: it is an alarm that is taken care of, whatever there is to take. */
  readonly alarm?: boolean;
  /** Reported urgently: the rest of the record is completed afterwards. */
  readonly urgent?: boolean;
}

export interface ActRecord {
  readonly seq: number;
  readonly act: string;
  readonly actor: Bearer | 'system';
  /** Whom the actor stood in for. */
  readonly for?: string;
  /** occurredAt */
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly fields: ActFields;
  /** Facts given with this act (`it.promise_by`). */
  readonly facts: Readonly<Record<string, FactValue>>;
  /** Its receiver gave it back: the clocks it started run no more. */
  readonly returned?: boolean;
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
  /** Later times that were approved; the last one holds. */
  readonly extensions?: readonly Extension[];
}

/** 延期: the due time was moved, by whom and with whose consent. */
export interface Extension { readonly seq: number; readonly at: Instant; readonly from: Instant; readonly to: Instant; readonly by: Bearer | 'system'; readonly approvedBy: readonly string[] }

export interface ApprovalState {
  readonly id: string;
  readonly approval: string;
  readonly act: string;
  /** Hash over the facts the approval covers. */
  readonly covers: string;
  readonly applicant: string;
  readonly status: 'pending' | 'approved' | 'rejected' | 'returned' | 'lapsed' | 'used';
  readonly steps: readonly ApprovalStepState[];
  readonly seq: number;
  readonly facts: Readonly<Record<string, FactValue>>;
  /** What was given with the application, so that the act can be done with it once it is approved. */
  readonly given?: { readonly fields: ActFields; readonly facts: Readonly<Record<string, FactValue>> };
}
export type ApprovalDecisionWord = 'approve' | 'reject' | 'return';
export interface ApprovalStepState {
  /** Any of these may give it. */
  readonly bearers: readonly Bearer[];
  readonly gives: string;
  readonly group: number;
  /** Position the policy names, when nobody holds it and the step moved up. */
  readonly insteadOf: Bearer | null;
  /** `return` = given back for a change, neither approved nor refused. */
  readonly decision: ApprovalDecisionWord | null;
  readonly by: string | null;
  readonly opinion: string | null;
  readonly at: Instant | null;
}
