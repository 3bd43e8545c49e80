import type { World } from '../decide/index.ts';
import type { Instant } from '../instant.ts';
import type { MatterState, ObligationState } from '../matter.ts';
import type { Duty, Kind, Policy } from '../policy.ts';
import { cannotBeJudged, factsOfRow, unknownFacts, unknownTime } from './looked-at.ts';
import { hoursOf, median, percentile } from './statistics.ts';
import type { DutyReport } from './types.ts';

const WORST = 10;

interface Named { readonly id: string; readonly nth: number | null; readonly row: number | null }

/** What was asked for and is not done: whether it is breached depends on when one looks. */
interface Waiting extends Named { readonly startedAt: Instant; readonly dueAt: Instant | null }
interface Taken extends Named { readonly done: boolean; readonly span: number }

/** Counts one duty over a history, matter by matter. It keeps figures, not matters, so that long histories fit. */
export class DutyTally {
  met = 0;
  late = 0;
  assumed = 0;
  notApplicable = 0;
  /** Rows that owed something; one may owe several times. */
  rows = 0;
  /** Not done, although the act was: nobody knows whether it was done as the duty wants it. */
  unjudged = 0;
  private readonly waiting: Waiting[] = [];
  /** Milliseconds taken by what was done. */
  private readonly spans: number[] = [];
  private longest: Taken[] = [];
  private unknownRows = 0;
  private readonly unknown = new Set<string>();
  private readonly assumedFacts: readonly (readonly string[])[];
  private readonly asksFacts: boolean;

  constructor(readonly duty: Duty, policy: Policy, assume: Readonly<Record<string, unknown>>) {
    const facts = duty.rows.map((_, row) => factsOfRow(policy, duty, row));
    this.assumedFacts = facts.map((names) => names.filter((name) => assume[name] !== undefined));
    this.asksFacts = facts.some((names) => names.length > 0);
  }

  get applies(): number { return this.met + this.late + this.waiting.length; }

  /** Of what was asked for, how much stands still in a pause. */
  get paused(): number { return this.waiting.filter((each) => each.dueAt === null).length; }

  /** @param row where the matter stands in the history, when it has no id of its own. */
  add(world: World, kind: Kind, matter: MatterState, row: number | null): void {
    const asked = matter.obligations.filter((each) => each.duty === this.duty.id && each.status !== 'void' && each.status !== 'waived');
    const untimed = asked.flatMap((each) => unknownTime(this.duty, each));
    const owed = asked.filter((each) => unknownTime(this.duty, each).length === 0);
    for (const [at, each] of owed.entries()) this.count(world, kind, matter, each, { id: matter.id, nth: owed.length > 1 ? at + 1 : null, row });
    if (owed.length > 0) this.rows++;
    else this.notApplicable++;
    this.leaveOut(asked.length > 0 || !this.asksFacts ? untimed : unknownFacts(world, kind, matter, this.duty));
  }

  /** @param rows readable rows that never reached the tally: what had not been received by then. */
  report(asOf: Instant, rows: number): DutyReport {
    const { duty, applies, met, late } = this;
    const breached = this.waiting.filter(({ dueAt }) => dueAt !== null && asOf > dueAt);
    const sorted = this.spans.toSorted((a, b) => a - b);
    const worst = longestOf([...this.longest, ...breached.map(({ id, nth, row, startedAt }) => ({ id, nth, row, done: false, span: asOf - startedAt }))]).map(({ span, ...each }) => ({ ...each, hours: hoursOf(span) }));
    const due = met + late + breached.length;
    return {
      duty: duty.id, title: duty.title, clause: clauseOf(duty), applies, notApplicable: this.notApplicable + rows, open: applies - due, due, met, late, breached: breached.length,
      assumed: this.assumed, unknown: { rows: this.unknownRows, facts: [...this.unknown] },
      medianHours: hoursOrNull(median(sorted)), p90Hours: hoursOrNull(percentile(sorted, 90)), worst,
    };
  }

  private count(world: World, kind: Kind, matter: MatterState, ob: ObligationState, named: Named): void {
    if (this.assumedFacts[ob.row]?.some((name) => matter.facts[name] === undefined)) this.assumed++;
    if (ob.metAt !== null && (ob.status === 'met' || ob.status === 'met-late')) {
      if (ob.status === 'met') this.met++;
      else this.late++;
      const span = ob.metAt - ob.startedAt;
      this.spans.push(span);
      if (this.longest.length < WORST || span > (this.longest.at(-1)?.span ?? 0)) this.longest = longestOf([...this.longest, { ...named, done: true, span }]);
      return;
    }
    this.waiting.push({ ...named, startedAt: ob.startedAt, dueAt: ob.status === 'paused' ? null : ob.status === 'breached' ? ob.breachedAt : ob.dueAt });
    const rule = this.duty.rows[ob.row];
    if (rule && cannotBeJudged(world, kind, matter, rule, ob.startedAt)) this.unjudged++;
  }

  /** A row that the duty, or one time of it, is not counted for because these are not known. */
  private leaveOut(unknown: readonly string[]): void {
    if (unknown.length === 0) return;
    this.unknownRows++;
    for (const name of unknown) this.unknown.add(name);
  }
}

function longestOf(taken: readonly Taken[]): Taken[] {
  return taken.toSorted((a, b) => b.span - a.span).slice(0, WORST);
}

/** The clauses of the duty, else all of those its rows carry. */
function clauseOf(duty: Duty): string {
  const own = duty.source.clause;
  return (own.length > 0 ? own : [...new Set(duty.rows.flatMap((row) => row.source.clause))]).join(', ');
}

function hoursOrNull(span: number | null): number | null {
  return span === null ? null : hoursOf(span);
}
