import type { ActRecord, MatterState } from '../../matter.ts';
import type { Duty, Kind } from '../../policy.ts';
import { actsOf } from '../scope.ts';

/** One turn of a duty: the act that started its clock, and whether it repeats one that was answered. */
export interface Round { readonly round: number; readonly startedBy: ActRecord; readonly repeated: boolean }

/** Sequences are counted per matter; a matter below gets so many numbers of its own. */
export const NUMBERS_PER_MATTER = 100_000;

/**
 * A round begins with each act that starts the clock and, for a repeated duty, with each act that met it. Who was let off
 * one repetition owes the next all the same.
 */
export function roundsOf(matter: MatterState, kind: Kind, duty: Duty): readonly Round[] {
  const started = duty.after.flatMap((name) => actsOf(matter, name).map((act) => ({ round: roundNumber(matter, name, act), startedBy: act, repeated: false })));
  if (!duty.every) return started;
  const met = new Set(matter.obligations.filter((each) => each.duty === duty.id && each.metBy !== null).map((each) => each.metBy));
  const answers = [...new Set(duty.rows.map((row) => row.do))].flatMap((name) => actsOf(matter, name).map((act) => ({ round: roundNumber(matter, name, act), startedBy: act, repeated: true })));
  const waivers = matter.acts.filter((act) => kind.acts[act.act]?.is === 'waive' && answersFor(matter, duty, act)).map((act) => ({ round: act.seq, startedBy: act, repeated: true }));
  const repeated = [...answers.filter((each) => met.has(each.round)), ...waivers];
  return [...started, ...repeated.filter((each) => !started.some((other) => other.round === each.round))];
}

function answersFor(matter: MatterState, duty: Duty, waiver: ActRecord): boolean {
  return matter.obligations.some((each) => each.key === waiver.fields.obligation && each.duty === duty.id);
}

/** The round an obligation belongs to; null when the act that started it cannot be seen from here (it lies in a matter below). */
export function roundOf(matter: MatterState, kind: Kind, duty: Duty, round: number): Round | null {
  return roundsOf(matter, kind, duty).find((each) => each.round === round) ?? null;
}

/** The number of an act in this matter's own counting: acts below are told apart by the child's place, acts above lie below zero. */
export function roundNumber(matter: MatterState, name: string, act: ActRecord): number {
  const dot = name.indexOf('.');
  const kind = name.slice(0, Math.max(dot, 0));
  if (dot < 0 || kind === matter.kind) return act.seq;
  const child = placeOf(matter.children, act, kind);
  if (child >= 0) return (child + 1) * NUMBERS_PER_MATTER + act.seq;
  return matter.parent?.kind === kind ? -act.seq : act.seq;
}

function placeOf(children: readonly MatterState[], act: ActRecord, kind: string): number {
  const itself = children.findIndex((each) => each.acts.includes(act));
  if (itself >= 0) return itself;
  return children.findIndex((each) => each.kind === kind && each.acts.some((known) => known.seq === act.seq && known.act === act.act && known.at === act.at));
}
