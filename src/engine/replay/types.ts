import type { ActFields } from '../matter.ts';
import type { FactType, FactValue, Policy } from '../policy.ts';
import type { Instant } from '../instant.ts';
import type { Text } from '../text.ts';
import type { DayTable } from '../calendar/index.ts';
import type { Cell } from './cells/index.ts';

/** One row of a history. `row` is its number in the file (the header of a sheet is row 1); `broken` = the file itself could not be read there. */
export interface HistoryRow { readonly row: number; readonly cells: Readonly<Record<string, Cell>>; readonly broken?: Text }

/** `received=留言时间`: what a column means, and its name in the file. */
export interface NamedColumn { readonly name: string; readonly column: string }

/** What every column of a history means, for one kind of a policy. */
export interface ColumnPlan {
  readonly kind: string;
  readonly id: string | null;
  /** The act that opens a matter, and the column that tells when. */
  readonly opening: 'receive' | 'open';
  readonly openedAt: string;
  readonly acts: readonly ActColumn[];
  /** Fields and facts given with an act; facts without an act are given with the opening. */
  readonly given: readonly GivenColumn[];
}
export interface ActColumn { readonly act: string; readonly column: string }
export interface GivenColumn { readonly act: string; readonly name: string; readonly column: string; readonly fact: FactType | null }

export interface ReplayOptions {
  readonly policy: Policy;
  readonly table: DayTable;
  readonly columns: ColumnPlan;
  /** Zone of times that carry none. */
  readonly zone: string;
  /** What had happened by then counts; null = by the last instant that the history tells. */
  readonly asOf: Instant | null;
  readonly assume: Readonly<Record<string, FactValue>>;
}

/** One matter as a history tells it: its acts in the order of time, the opening first. One that is not `named` has its row's number for an id. */
export interface PastMatter { readonly id: string; readonly row: number; readonly named: boolean; readonly acts: readonly PastAct[] }
export interface PastAct { readonly act: string; readonly at: Instant; readonly fields: ActFields; readonly facts: Readonly<Record<string, FactValue>> }

export interface Unreadable { readonly row: number; readonly reason: Text }

/** One duty over the whole history. `applies = due + open` and `due = met + late + breached`, always. */
export interface DutyReport {
  readonly duty: string;
  readonly title: string;
  readonly clause: string;
  readonly applies: number;
  /** Readable rows in which the duty asked for nothing. */
  readonly notApplicable: number;
  readonly open: number;
  readonly due: number;
  readonly met: number;
  readonly late: number;
  readonly breached: number;
  /** How many of `applies` rest on an assumed fact. */
  readonly assumed: number;
  /** Rows it is not counted for only because a fact is not known (whether it is owed, or until when), and those facts. */
  readonly unknown: { readonly rows: number; readonly facts: readonly string[] };
  /** Clock hours taken, over met and late; null when there are none. */
  readonly medianHours: number | null;
  readonly p90Hours: number | null;
  /** The ten that took longest; one that is not done is counted to the report's instant. `nth`: which of several that one row owed (rounds, or one by each of several people), null for the only one. `row`: where it stands, when it has no id of its own. */
  readonly worst: readonly { readonly id: string; readonly hours: number; readonly done: boolean; readonly nth: number | null; readonly row: number | null }[];
}

export interface ReplayReport {
  readonly policy: string;
  readonly version: string;
  readonly kind: string;
  /** null when no row could be read. */
  readonly asOf: Instant | null;
  /** All rows of the history, the unreadable ones included. */
  readonly rows: number;
  readonly unreadable: readonly Unreadable[];
  readonly duties: readonly DutyReport[];
  /** What a reader must know to take the figures rightly. */
  readonly notes: readonly Text[];
}
