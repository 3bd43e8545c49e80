import type { World } from '../decide/index.ts';
import type { Instant } from '../instant.ts';
import type { MatterState } from '../matter.ts';
import type { Duty, Policy } from '../policy.ts';
import type { Text } from '../text.ts';
import { worldFor } from '../world.ts';
import { noteOnDuplicates, noteOnLater, noteOnUnnamed, notesOnDuty } from './notes.ts';
import { readRow } from './row.ts';
import { runMatter } from './run.ts';
import { DutyTally } from './tally.ts';
import type { HistoryRow, PastMatter, ReplayOptions, ReplayReport, Unreadable } from './types.ts';

/** A replay under way: rows are added one by one, so that whoever feeds it can show how far it is. */
export interface Replay {
  add(row: HistoryRow): void;
  /** What has been found so far; more rows may follow. */
  report(): ReplayReport;
}

/**
 * Runs a history through a policy: what would have been due, met, late and breached, duty by duty.
 * The same function answers what-if: the same rows, another policy.
 * @throws RangeError when the table of holidays has no readable last day.
 */
export function replay(rows: Iterable<HistoryRow>, options: ReplayOptions): ReplayReport {
  const running = startReplay(options);
  for (const row of rows) running.add(row);
  return running.report();
}

/** Begins a replay; memory grows with what is still waiting at the end, not with the matters. */
export function startReplay(options: ReplayOptions): Replay {
  return new RunningReplay(options);
}

/** Years of calendar behind the last instant of a matter; a limit that ends later asks for more. */
const YEARS_AHEAD = 3;
const MOST_YEARS_AHEAD = 40;

class RunningReplay implements Replay {
  private rows = 0;
  private counted = 0;
  private later = 0;
  private last: Instant | null = null;
  private world: World | null = null;
  private years = { from: Infinity, to: -Infinity };
  private readonly policy: Policy;
  private readonly tallies: readonly DutyTally[];
  private readonly unreadable: Unreadable[] = [];
  private readonly ids = new Map<string, number>();
  private readonly unnamed: number[] = [];
  /** Acts that the history tells of, by a column or because they followed. */
  private readonly acts: Set<string>;

  constructor(private readonly options: ReplayOptions) {
    this.policy = forReplay(options.policy, options.columns.kind);
    this.acts = new Set([options.columns.opening, ...options.columns.acts.map(({ act }) => act)]);
    const { policy } = this.worldOf({ from: 2000, to: 2000 });
    this.tallies = Object.values(policy.duties).filter((duty) => duty.of === options.columns.kind).map((duty) => new DutyTally(duty, policy, options.assume));
  }

  add(row: HistoryRow): void {
    this.rows++;
    const read = readRow(this.options.policy, this.options.columns, row, this.options.zone);
    if ('reason' in read) { this.unreadable.push({ row: row.row, reason: read.reason }); return; }
    const past = this.byThen(read.matter);
    if (past === null) { this.later++; this.name(read.matter); return; }
    const lived = this.relive(past);
    if ('reason' in lived) { this.unreadable.push({ row: row.row, reason: lived.reason }); return; }
    this.name(past);
    this.last = Math.max(this.last ?? -Infinity, ...past.acts.map((each) => each.at));
    this.count(lived.world, lived.matter, past.named ? null : past.row);
  }

  report(): ReplayReport {
    const { policy, columns } = this.options;
    const asOf = this.options.asOf ?? this.last;
    const kind = policy.kinds[columns.kind];
    const all = this.tallies.map((tally) => ({ tally, report: tally.report(asOf ?? 0, this.later) }));
    // Duties of daily life (looking again after a pause) are nobody's rule: they are told only where they arose.
    const told = all.filter(({ tally }) => policy.duties[tally.duty.id] || tally.applies > 0);
    return {
      policy: policy.id, version: policy.version, kind: columns.kind, asOf, rows: this.rows, unreadable: this.unreadable, duties: told.map(({ report }) => report),
      notes: [...noteOnLater(this.later), ...noteOnDuplicates(this.ids), ...noteOnUnnamed(this.unnamed), ...(kind && this.counted > 0 ? told.flatMap(({ tally, report }) => notesOnDuty(kind, tally, report, this.acts)) : [])],
    };
  }

  /** What had happened by the report's instant; null when the matter had not been received yet. */
  private byThen(matter: PastMatter): PastMatter | null {
    const { asOf } = this.options;
    if (asOf === null) return matter;
    const acts = matter.acts.filter((each) => each.at <= asOf);
    return acts.length === 0 ? null : { ...matter, acts };
  }

  /** A limit may end beyond the compiled years: then the calendars are compiled for more of them and the matter begins anew. */
  private relive(past: PastMatter): { readonly world: World; readonly matter: MatterState } | { readonly reason: Text } {
    const times = past.acts.map((each) => new Date(each.at).getUTCFullYear());
    for (let ahead = YEARS_AHEAD; ahead <= MOST_YEARS_AHEAD; ahead *= 2) {
      const world = this.covering(Math.min(...times) - 1, Math.max(...times) + ahead);
      try {
        const run = runMatter(world, this.options.columns, past);
        return 'reason' in run ? run : { world: { ...world, now: past.acts.at(-1)?.at ?? 0 }, matter: run.matter };
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
    }
    return { reason: { zh: `有一项时限超出了日历所及的 ${MOST_YEARS_AHEAD} 年`, en: `a limit lies beyond the ${MOST_YEARS_AHEAD} years a calendar reaches` } };
  }

  private covering(from: number, to: number): World {
    if (this.world && from >= this.years.from && to <= this.years.to) return this.world;
    this.years = { from: Math.min(from, this.years.from), to: Math.max(to, this.years.to) };
    this.world = this.worldOf(this.years);
    return this.world;
  }

  private worldOf(years: { readonly from: number; readonly to: number }): World {
    return worldFor(this.policy, { now: 0, years, table: this.options.table, history: true, assume: this.options.assume });
  }

  private name({ id, row, named }: PastMatter): void {
    if (named) this.ids.set(id, (this.ids.get(id) ?? 0) + 1);
    else if (this.options.columns.id !== null) this.unnamed.push(row);
  }

  private count(world: World, matter: MatterState, row: number | null): void {
    this.counted++;
    for (const act of matter.acts) this.acts.add(act.act);
    const kind = world.policy.kinds[matter.kind];
    if (kind) for (const tally of this.tallies) tally.add(world, kind, matter, row);
  }
}

/** One kind's rules are enough here; reminders change nothing that is counted and would cost most of the time. */
function forReplay(policy: Policy, kind: string): Policy {
  const ofKind = <T extends { readonly of: string }>(rules: Readonly<Record<string, T>>): Record<string, T> => Object.fromEntries(Object.entries(rules).filter(([, rule]) => rule.of === kind));
  const duties = Object.fromEntries(Object.entries(ofKind<Duty>(policy.duties)).map(([id, duty]) => [id, { ...duty, ladder: [] }]));
  const own = policy.kinds[kind];
  return { ...policy, kinds: own ? { [kind]: own } : {}, duties, reactions: ofKind(policy.reactions), guards: {} };
}
