import { evaluate } from '../../conditions/index.ts';
import { holdersOf, slotsOf } from '../../bearers/index.ts';
import type { ActRecord, Bearer, ObligationState } from '../../matter.ts';
import type { BaseAct, DutyRow, Kind } from '../../policy.ts';
import type { Instant } from '../../instant.ts';
import { replaceObligation, say, type Draft } from '../draft.ts';
import { actsOf, scopeOf } from '../scope.ts';
import { callDuty, completeDuty } from '../daily/index.ts';
import { breached } from './breach.ts';
import { isOwing } from './owing.ts';
import { NUMBERS_PER_MATTER, roundNumber } from './rounds.ts';

/** An act under the name by which a duty asks for it (`forward`, or `order.arrive` for an act of a matter below). */
export interface NamedAct { readonly name: string; readonly entry: ActRecord }

interface Candidate { readonly index: number; readonly ob: ObligationState; readonly rule: DutyRow }

/** Lets new acts meet what is open, paused or already breached. */
export function meetWith(draft: Draft, acts: readonly NamedAct[]): void {
  for (const act of acts) {
    const candidates = draft.matter.obligations.flatMap<Candidate>((ob, index) => {
      const rule = draft.world.policy.duties[ob.duty]?.rows[ob.row];
      return rule && isOwing(ob) && asksFor(draft, ob, act) && meets(draft, ob, rule, act.entry) ? [{ index, ob, rule }] : [];
    });
    for (const { index, ob, rule } of answeredBy(draft, candidates, act.entry)) replaceObligation(draft, index, metBy(draft, ob, rule, act));
  }
}

/** Whoever takes work up again by the policy's own word has taken it up again; an urgent record is completed by correcting or classifying it; an agreed call is made by whatever speaks with the customer. */
function asksFor({ kind }: Draft, ob: ObligationState, { name, entry }: NamedAct): boolean {
  if (ob.duty === completeDuty(kind.id)) return ['correct', 'classify'].includes(kind.acts[name]?.is ?? '');
  if (ob.duty === callDuty(kind.id)) return name === ob.act || spokeWithCustomer(kind, name, entry);
  return ob.act === name || (kind.acts[ob.act]?.is === 'resume' && kind.acts[name]?.is === 'resume');
}

/** By these the customer was spoken to, also where only a note says how: what was agreed with him is kept. */
function spokeWithCustomer(kind: Kind, name: string, { fields }: ActRecord): boolean {
  return CALLS.includes(kind.acts[name]?.is ?? 'record') || (name === 'note' && fields.how !== undefined);
}

const CALLS: readonly BaseAct[] = ['revisit', 'inform', 'reply'];

/**
 * One act answers every round that still waits for it, except where a round is about the act that started it: what `it.actor`
 * or `it.to` owes is answered by him, and of several dated by their own acts (promises) the earliest is answered first.
 */
function answeredBy(draft: Draft, candidates: readonly Candidate[], entry: ActRecord): readonly Candidate[] {
  if (draft.kind.acts[entry.act]?.is === 'resume') return candidates;
  const duties = [...new Set(candidates.map(({ ob }) => ob.duty))];
  return duties.flatMap((duty) => {
    const all = candidates.filter(({ ob }) => ob.duty === duty);
    const his = all.filter(({ ob, rule }) => rule.who.is !== 'it' || tookPart(draft, ob.bearers, entry));
    const left = his.length ? his : all;
    const first = left.filter(({ rule }) => isDatedByItsStart(rule)).sort((a, b) => limitOf(a.ob) - limitOf(b.ob) || a.ob.round - b.ob.round)[0];
    return left.filter(({ ob, rule }) => !first || !isDatedByItsStart(rule) || ob.round === first.ob.round);
  });
}

function isDatedByItsStart(rule: DutyRow): boolean {
  return rule.due.firstKnown.some((due) => due.is === 'at' && due.ofIt);
}

function limitOf(ob: ObligationState): Instant {
  return ob.breachedAt ?? ob.dueAt ?? Infinity;
}

/** An act done since the clock started that already answers a duty which arises only now (a report made before the case became major). */
export function alreadyMet(draft: Draft, ob: ObligationState, rule: DutyRow): ObligationState {
  const since = actsOf(draft.matter, rule.do).filter((entry) => cameAfter(roundNumber(draft.matter, rule.do, entry), entry, ob));
  const taken = isDatedByItsStart(rule) ? draft.matter.obligations.filter((each) => each.duty === ob.duty && each.key !== ob.key).map((each) => each.metBy) : [];
  const entry = since.find((each) => !taken.includes(roundNumber(draft.matter, rule.do, each)) && meets(draft, ob, rule, each));
  return entry ? metBy(draft, ob, rule, { name: rule.do, entry }) : ob;
}

/** Sequences order the acts of one matter; between matters only time does. */
function cameAfter(number: number, entry: ActRecord, ob: ObligationState): boolean {
  const sameMatter = Math.floor(number / NUMBERS_PER_MATTER) === Math.floor(ob.round / NUMBERS_PER_MATTER);
  return sameMatter ? Math.abs(number) > Math.abs(ob.round) : entry.at >= ob.startedAt;
}

function meets(draft: Draft, ob: ObligationState, rule: DutyRow, entry: ActRecord): boolean {
  const several = rule.who.is === 'all' || rule.who.is === 'every';
  if (several && !draft.world.history && !tookPart(draft, ob.bearers, entry)) return false;
  if (rule.witness && !draft.world.history && !tookPart(draft, witnesses(draft, rule.witness, entry), entry)) return false;
  return rule.metWhen === null || evaluate(rule.metWhen.tree, scopeOf(draft.world, draft.kind, draft.matter, entry)) === true;
}

function witnesses(draft: Draft, who: NonNullable<DutyRow['witness']>, entry: ActRecord): readonly Bearer[] {
  return slotsOf(who, { policy: draft.world.policy, directory: draft.world.directory, matter: draft.matter, it: entry }).flatMap((slot) => slot.bearers);
}

/** Of several bearers each owes the act; who did it or is named as present has done it (B-4.4.4.1.1). */
function tookPart(draft: Draft, bearers: readonly Bearer[], entry: ActRecord): boolean {
  const there = [...(entry.actor === 'system' || !entry.actor.person ? [] : [entry.actor.person]), ...(entry.for ? [entry.for] : []), ...(entry.fields.present ?? [])];
  return bearers.some((bearer) => (bearer.person ? there.includes(bearer.person) : holdersOf(bearer, draft.world.directory).some((person) => there.includes(person))));
}

/** In time counts by when it was done, not by when it was written down: then the breach is annulled, and stays visible. */
function metBy(draft: Draft, ob: ObligationState, rule: DutyRow, { name, entry }: NamedAct): ObligationState {
  const limit = ob.status === 'breached' ? ob.breachedAt : ob.dueAt;
  const at = metAt(draft, rule, entry);
  // What the system does at the limit because nobody did it is not done in time.
  const inTime = limit === null || at < limit || (at === limit && (ob.status !== 'breached' || entry.actor !== 'system'));
  const annulled = ob.status === 'breached' && inTime;
  if (annulled) say(draft, { type: 'breach-annulled', act: ob.act, actor: { is: 'system' }, occurredAt: at, body: { obligation: ob.key, duty: ob.duty, clause: ob.clause } });
  const known = inTime || ob.status === 'breached' ? ob : breached(draft, ob).ob;
  return {
    ...known, status: inTime ? 'met' : 'met-late', metAt: at, metBy: roundNumber(draft.matter, name, entry), next: null, recordedLate: annulled, dueAt: ob.dueAt ?? ob.breachedAt,
    pauses: ob.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause)),
  };
}

/** Where several acts together meet it (both reports), it is met by the last of them as they happened, in whatever order they were written down. */
function metAt(draft: Draft, rule: DutyRow, entry: ActRecord): Instant {
  const { metWhen } = rule;
  if (metWhen === null) return entry.at;
  const times = [...new Set(draft.matter.acts.map((act) => act.at).filter((at) => at >= entry.at))].sort((a, b) => a - b);
  const then = (at: Instant): Draft['matter'] => ({ ...draft.matter, acts: draft.matter.acts.filter((act) => act.at <= at) });
  return times.find((at) => evaluate(metWhen.tree, scopeOf(draft.world, draft.kind, then(at), entry)) === true) ?? entry.at;
}
