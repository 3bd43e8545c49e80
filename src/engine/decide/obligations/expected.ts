import { evaluate } from '../../conditions/index.ts';
import { slotsOf, type Slot } from '../../bearers/index.ts';
import { fingerprint } from '../../canonical.ts';
import type { ActRecord } from '../../matter.ts';
import type { Duty, DutyRow } from '../../policy.ts';
import type { Draft } from '../draft.ts';
import { actsOf, scopeOf } from '../scope.ts';

/** What a duty asks for in one round, as the facts stand now. */
export interface Expected {
  readonly duty: Duty;
  readonly round: number;
  readonly startedBy: ActRecord;
  readonly repeated: boolean;
  readonly row: number;
  readonly rule: DutyRow;
  readonly slot: Slot;
}

/** Everything that the duties of the matter's kind expect now, over all rounds that have been started. */
export function expectedOf(draft: Draft): readonly Expected[] {
  if (draft.matter.ended) return [];
  return Object.values(draft.world.policy.duties).filter((duty) => duty.of === draft.kind.id).flatMap((duty) => roundsOf(draft, duty).flatMap((round) => inRound(draft, duty, round)));
}

interface Round { readonly round: number; readonly startedBy: ActRecord; readonly repeated: boolean }

/** A round begins with each act that starts the clock and, for a repeated duty, with each act that met it. */
function roundsOf(draft: Draft, duty: Duty): readonly Round[] {
  const { matter } = draft;
  const started = duty.after.flatMap((name) => actsOf(matter, name).map((act) => ({ round: roundNumber(draft, name, act), startedBy: act, repeated: false })));
  if (!duty.every) return started;
  const met = new Set(matter.obligations.filter((each) => each.duty === duty.id && each.metBy !== null).map((each) => each.metBy));
  const repeated = matter.acts.filter((act) => met.has(act.seq)).map((act) => ({ round: act.seq, startedBy: act, repeated: true }));
  return [...started, ...repeated.filter((each) => !started.some((other) => other.round === each.round))];
}

/** Sequences are counted per matter: an act of a matter below takes its round from the child's place and its own sequence. */
function roundNumber(draft: Draft, name: string, act: ActRecord): number {
  if (!name.includes('.')) return act.seq;
  const child = draft.matter.children.findIndex((each) => each.acts.includes(act));
  return child < 0 ? act.seq : (child + 1) * 100_000 + act.seq;
}

function inRound(draft: Draft, duty: Duty, round: Round): readonly Expected[] {
  const { world, kind, matter } = draft;
  if (duty.until && actsOf(matter, duty.until).some((act) => act.seq > round.startedBy.seq)) return [];
  const scope = scopeOf(world, kind, matter, round.startedBy);
  if (duty.when && evaluate(duty.when.tree, scope) !== true) return [];
  const row = duty.rows.findIndex((each) => each.when === null || evaluate(each.when.tree, scope) === true);
  const rule = duty.rows[row];
  if (!rule || !sampled(matter.number, duty.id, rule.sample)) return [];
  const slots = slotsOf(rule.who, { policy: world.policy, directory: world.directory, matter, it: round.startedBy });
  return slots.map((slot) => ({ duty, ...round, row, rule, slot }));
}

/** Drawn by a hash of the matter's number, so that nobody can choose which ones are looked at (B-2.2.4). */
function sampled(number: string, duty: string, percent: number | null): boolean {
  return percent === null || parseInt(fingerprint(`${number} ${duty}`).slice(0, 8), 16) % 100 < percent;
}
