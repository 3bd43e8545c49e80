import type { Text } from './text.ts';
/**
 * A policy as the engine runs it: read, named and typed. `reading/` makes it from `policy.yaml`; nothing else does.
 * Every part remembers its `Source`, so that each deadline, refusal and proposal can name the clause that caused it.
 */
export interface Policy {
  readonly id: string;
  /** Content hash of the two files (lower-case hex, 64 characters). */
  readonly version: string;
  readonly title: string;
  readonly zone: string;
  /** The dictionary of vague words (及时, 立即 …). */
  readonly words: Readonly<Record<string, Word>>;
  readonly calendars: Readonly<Record<string, CalendarRule>>;
  readonly units: Readonly<Record<string, Unit>>;
  readonly positions: Readonly<Record<string, Position>>;
  readonly places: Readonly<Record<string, Place>>;
  readonly kinds: Readonly<Record<string, Kind>>;
  readonly duties: Readonly<Record<string, Duty>>;
  readonly guards: Readonly<Record<string, Guard>>;
  readonly reactions: Readonly<Record<string, Reaction>>;
  readonly approvals: Readonly<Record<string, ApprovalRule>>;
  readonly measures: Readonly<Record<string, Measure>>;
  readonly scores: Readonly<Record<string, Score>>;
  readonly forms: Readonly<Record<string, Form>>;
  /** Reasons for which a clock may stand still, with their titles; one that is not here is shown by a title of ours or as it is written. */
  readonly reasons?: Readonly<Record<string, PauseReason>>;
  readonly guidance: Readonly<Record<string, Guidance>>;
}

/** Where a rule comes from: the clauses it carries, and why we chose what the text does not say. */
export interface Source {
  readonly clause: readonly string[];
  readonly ours: string | null;
  /** Line in policy.yaml, from 1. */
  readonly line: number;
}

export interface Word { readonly due: Duration; readonly source: Source }

export interface PauseReason { readonly id: string; readonly title: string; readonly source: Source }

export interface CalendarRule {
  readonly name: string;
  /** Windows per weekday, 1 = Monday … 7 = Sunday, in minutes from midnight; `to` may pass 1440 (a night shift). */
  readonly weekly: Readonly<Record<number, readonly DayWindow[]>>;
  /** 'CN' = the public holidays and make-up days of the calendar table; null = none. */
  readonly holidays: string | null;
  readonly source: Source;
}
export interface DayWindow { readonly from: number; readonly to: number }

export interface Unit { readonly id: string; readonly title: string; readonly outside: boolean; readonly source: Source }
export interface Position {
  readonly id: string; readonly title: string; readonly unit: string | null;
  /** Orders positions for “or above”; null = never “or above”. */
  readonly level: number | null;
  readonly inEveryUnit: boolean; readonly source: Source;
}
export interface Place {
  readonly id: string; readonly title: string; readonly onePer: 'unit' | 'person' | null; readonly ownLedger: boolean; readonly source: Source;
}

// ── kinds ────────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Kind {
  readonly id: string;
  readonly title: string;
  /** Pattern such as `TS-{yyyymmdd}-{0000}`; null = the kind's id and a running number. */
  readonly number: string | null;
  readonly about: string | null;
  readonly parent: string | null;
  /** Period at whose end the calendar opens one: day, week, month, quarter, year. */
  readonly every: Period | null;
  /** Who may see it at all; null = everyone who may see matters. */
  readonly see: readonly Who[] | null;
  readonly roles: Readonly<Record<string, Role>>;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly stages: readonly string[];
  /** Titles of stages, where the policy gives them. */
  readonly stageTitles: Readonly<Record<string, string>>;
  readonly acts: Readonly<Record<string, Act>>;
  readonly source: Source;
}

export interface Role {
  readonly id: string; readonly title: string;
  /** The act that binds the role, and which of its fields it takes (`actor` or `to`). */
  readonly setBy: string; readonly from: string; readonly source: Source;
}

export interface Fact {
  readonly id: string; readonly title: string; readonly type: FactType;
  /** Asked only where this holds (guided form). */
  readonly askIf: Condition | null;
  /** Holds until it is known. undefined = nothing assumed. */
  readonly assume: FactValue | undefined;
  readonly unit: string | null;
  /** Somebody is in danger where this is ticked. */
  readonly danger: Danger | null;
  readonly source: Source;
}

export type FactType =
  | { readonly is: 'text' | 'tick' | 'yes-no' | 'whole' | 'number' | 'money' | 'instant' | 'date' | 'file' | 'person' | 'people' | 'part' }
  | { readonly is: 'one'; readonly values: readonly Value[] }
  | { readonly is: 'many'; readonly values: readonly Value[] }
  | { readonly is: 'items'; readonly items: readonly Value[] }
  | { readonly is: 'lines'; readonly columns: Readonly<Record<string, FactType>>; readonly titles?: Readonly<Record<string, string>> };

export interface Value {
  readonly id: string; readonly title: string;
  /** Proposes this value of an axis (severity); a person decides. */
  readonly when: Condition | null;
  /** Somebody is in danger where this is chosen. */
  readonly danger: Danger | null;
  readonly source: Source;
}

/** What the policy says of a danger: the sentence for the caller, where it has one, and the words by which it is proposed. */
export interface Danger { readonly say: Text | null; readonly words: readonly string[] }

/** JSON as it travels: text, tick, number, ISO instant, `YYYY-MM-DD`, list of ids, rows. Absent = unknown. */
export type FactValue = string | number | boolean | readonly string[] | Readonly<Record<string, boolean>> | readonly Readonly<Record<string, string | number | boolean>>[];

export interface Act {
  readonly id: string;
  readonly title: string;
  /** The behaviour of ours it has (`record` when none). */
  readonly is: BaseAct;
  /** Stages it may be done in; null = any. */
  readonly from: readonly string[] | null;
  /** Stage it leads to, or by outcome; null = stays. */
  readonly to: string | Readonly<Record<string, string>> | null;
  readonly may: readonly Who[];
  readonly asks: readonly string[];
  readonly outcomes: readonly string[];
  /** An act of daily life that every kind has (chase, oversee, suspend …) and what it takes to do it; null = an act of the policy. */
  readonly daily: DailyRight | null;
  readonly source: Source;
}
/** `work` = whoever works under the policy, `oversee` = whoever oversees. */
export type DailyRight = 'work' | 'oversee';

/** Acts the product knows by name; a policy's own act is one of these by `is`, else `record`. */
export const BASE_ACTS = [
  'receive', 'open', 'accept', 'classify', 'forward', 'report', 'inform', 'investigate', 'judge', 'propose', 'promise', 'dispatch', 'assign', 'arrive',
  'finish', 'sign', 'reply', 'resolve', 'revisit', 'close', 'reopen', 'record', 'correct', 'waive', 'withdraw', 'pause', 'resume', 'return', 'chase', 'oversee', 'instruct', 'extend', 'recall', 'merge', 'unmerge', 'void', 'record-fact',
] as const;
export type BaseAct = (typeof BASE_ACTS)[number];

// ── conditions ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** A condition keeps its own words beside its tree, for explanations. */
export interface Condition { readonly text: string; readonly tree: Expression }

export type Expression =
  /** `money` marks an amount written as `500 CNY`. */
  | { readonly op: 'literal'; readonly value: boolean | number | string; readonly money?: true }
  /** A span of time in milliseconds (months and years by their civil length are kept as such). */
  | { readonly op: 'duration'; readonly amount: number; readonly unit: 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years' }
  | { readonly op: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'not'; readonly of: Expression }
  | { readonly op: 'is' | 'is not' | '<' | '<=' | '>' | '>=' | '+' | '-'; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'in'; readonly left: Expression; readonly options: readonly Expression[] }
  | { readonly op: 'has'; readonly set: Expression; readonly member: Expression }
  | { readonly op: 'fact'; readonly name: string; readonly path: readonly string[] }
  /** A unit, position or role named as a value: `it.to is operations-management`. */
  | { readonly op: 'bearer'; readonly name: string }
  /** The act, list item or person being looked at; path may be empty (`it is explain`). */
  | { readonly op: 'it'; readonly path: readonly string[] }
  | { readonly op: 'done' | 'count'; readonly act: string; readonly where: Expression | null }
  | { readonly op: 'last'; readonly act: string; readonly field: string }
  | { readonly op: 'since'; readonly act: string }
  | { readonly op: 'known' | 'size'; readonly fact: string }
  /** Over a check list `items` names what the list holds: an item that nobody ticked counts as not ticked. */
  | { readonly op: 'all' | 'any'; readonly fact: string; readonly where: Expression; readonly items?: readonly string[] }
  | { readonly op: 'holds'; readonly who: Expression; readonly qualification: string }
  | { readonly op: 'open'; readonly calendar: string; readonly at: Expression }
  | { readonly op: 'met'; readonly duty: string }
  | { readonly op: 'score'; readonly score: string };

// ── who ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

export type Who =
  | { readonly is: 'name'; readonly name: string; readonly of: string | null; readonly atLeast: boolean }
  /** system, applicant, customer, about */
  | { readonly is: 'special'; readonly name: 'system' | 'applicant' | 'customer' | 'about' }
  /** `it.actor`, `it.to` of the starting act */
  | { readonly is: 'it'; readonly field: string }
  | { readonly is: 'all' | 'any'; readonly of: readonly Who[] }
  | { readonly is: 'every'; readonly of: Who };

// ── due ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

export type Period = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** `10 minutes`, `24 working hours` (calendar = the calendar's name), `7 days`. */
export interface Duration {
  readonly amount: number;
  readonly unit: 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years';
  readonly calendar: string | null;
}

export type Due =
  | { readonly is: 'after'; readonly duration: Duration; readonly word: string | null }
  | { readonly is: 'same day' }
  | { readonly is: 'end of'; readonly period: Period; readonly plus: Duration | null }
  | { readonly is: 'next opening'; readonly calendar: string; readonly plus: Duration | null }
  /** `at resolve_by`, `at it.promise_by`, `at date - 30 days` */
  | { readonly is: 'at'; readonly fact: string; readonly ofIt: boolean; readonly shift: { readonly sign: 1 | -1; readonly duration: Duration } | null };

/** Alternatives: the first that is known. Keeps its words. */
export interface DueRule { readonly text: string; readonly firstKnown: readonly Due[] }

// ── the four rules ───────────────────────────────────────────────────────────────────────────────────────────────────

/** A rule with rows has its shared keys merged into each row already; a rule without rows has one row. */
export interface Duty {
  readonly id: string;
  readonly title: string;
  readonly of: string;
  /** Acts (`forward`, `order.return-sheet`, `*`) that start the clock. */
  readonly after: readonly string[];
  readonly when: Condition | null;
  readonly rows: readonly DutyRow[];
  readonly every: Due | null;
  readonly until: string | null;
  readonly ladder: readonly LadderStep[];
  readonly pause: readonly string[];
  /** At its limit the act counts as done: the system does it, so that nobody gains time by leaving it; the duty stays breached. */
  readonly deemed?: true;
  readonly source: Source;
}
export interface DutyRow {
  readonly when: Condition | null;
  readonly who: Who;
  /** Act that meets it, `kind.act` for an act of a matter below. */
  readonly do: string;
  readonly metWhen: Condition | null;
  readonly witness: Who | null;
  readonly due: DueRule;
  /** Percent of the matters that owe it; null = all. */
  readonly sample: number | null;
  readonly source: Source;
}
export interface LadderStep {
  readonly at: { readonly is: 'share'; readonly percent: number } | { readonly is: 'due'; readonly plus: Duration | null };
  readonly text: string;
  readonly tell: Who;
}

export interface Guard {
  readonly id: string; readonly title?: string; readonly of: string; readonly acts: readonly string[]; readonly when: Condition | null;
  readonly rows: readonly GuardRow[]; readonly source: Source;
}
export interface GuardRow {
  readonly when: Condition | null; readonly onlyIf: Condition | null; readonly approval: string | null; readonly say: string | null; readonly source: Source;
}

export interface Reaction {
  readonly id: string; readonly title?: string; readonly of: string; readonly after: readonly string[]; readonly when: Condition | null;
  readonly rows: readonly ReactionRow[]; readonly source: Source;
}
export interface ReactionRow { readonly when: Condition | null; readonly then: readonly Effect[]; readonly source: Source }
export type Effect =
  | { readonly do: 'tell'; readonly who: Who }
  | { readonly do: 'assign'; readonly role: string; readonly who: Who }
  | { readonly do: 'open'; readonly kind: string; readonly once: Period | null }
  | { readonly do: 'act'; readonly act: string; readonly to: Who | null }
  /** Effects of other capabilities, by their registered name (set, grant, suspend, move). */
  | { readonly do: 'other'; readonly name: string; readonly with: unknown };

export interface ApprovalRule {
  readonly id: string; readonly title: string; readonly of: string; readonly over: readonly string[]; readonly not: readonly Who[];
  readonly steps: readonly ApprovalStep[]; readonly source: Source;
}
export interface ApprovalStep { readonly who: Who; readonly gives: string; readonly due: DueRule | null; readonly source: Source }

export interface Measure {
  readonly id: string; readonly title: string; readonly counts: 'share' | 'count' | 'average' | 'percentile';
  /** Which percentile, when it counts one. */
  readonly percentile?: number;
  readonly of: string; readonly when: string | null; readonly good: string | null; readonly by: string | null; readonly period: Period;
  readonly target: string | null; readonly source: Source;
}
export interface Score {
  readonly id: string; readonly title?: string; readonly of: string; readonly items: readonly { readonly fact: string; readonly weight: number; readonly source: Source }[];
  readonly bands: readonly { readonly from: number; readonly pays: string; readonly source: Source }[];
  /** Chosen reading when the weights do not sum to 100. */
  readonly reading: string | null; readonly source: Source;
}
export interface Form {
  readonly id: string; readonly of: string; readonly title: string; readonly prints: readonly string[]; readonly signs: readonly string[];
  readonly copies: number; readonly source: Source;
}
/** A clause that tells people how to behave: shown at the acts it belongs to, never enforced. */
export interface Guidance { readonly id: string; readonly text: string; readonly acts: readonly string[]; readonly source: Source }
