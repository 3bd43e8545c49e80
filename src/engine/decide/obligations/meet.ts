import { evaluate } from '../../conditions/index.ts';
import { holdersOf } from '../../bearers/index.ts';
import type { ActRecord, Bearer, ObligationState } from '../../matter.ts';
import type { DutyRow } from '../../policy.ts';
import { replaceObligation, say, type Draft } from '../draft.ts';
import { actsOf, scopeOf } from '../scope.ts';

/** An act under the name by which a duty asks for it (`forward`, or `order.arrive` for an act of a matter below). */
export interface NamedAct { readonly name: string; readonly entry: ActRecord }

/** Lets new acts meet what is open, paused or already breached. Returns the indexes of what was met. */
export function meetWith(draft: Draft, acts: readonly NamedAct[]): readonly number[] {
  const met: number[] = [];
  for (const { name, entry } of acts) {
    draft.matter.obligations.forEach((ob, index) => {
      if (ob.act !== name || ob.status === 'met' || ob.status === 'met-late' || ob.status === 'waived' || ob.status === 'void') return;
      const rule = draft.world.policy.duties[ob.duty]?.rows[ob.row];
      if (!rule || entry.seq <= ob.round && !name.includes('.') || !meets(draft, ob, rule, entry)) return;
      replaceObligation(draft, index, metBy(draft, ob, entry));
      met.push(index);
    });
  }
  return met;
}

/** An act done since the clock started that already answers a duty which arises only now (a report made before the case became major). */
export function alreadyMet(draft: Draft, ob: ObligationState, rule: DutyRow): ObligationState {
  const since = actsOf(draft.matter, rule.do).filter((entry) => (rule.do.includes('.') ? entry.at >= ob.startedAt : entry.seq > ob.round));
  const entry = since.find((each) => meets(draft, ob, rule, each));
  return entry ? metBy(draft, ob, entry) : ob;
}

function meets(draft: Draft, ob: ObligationState, rule: DutyRow, entry: ActRecord): boolean {
  const several = rule.who.is === 'all' || rule.who.is === 'every';
  if (several && !draft.world.history && !tookPart(draft, ob.bearers, entry)) return false;
  return rule.metWhen === null || evaluate(rule.metWhen.tree, scopeOf(draft.world, draft.kind, draft.matter, entry)) === true;
}

/** Of several bearers each owes the act; who did it or is named as present has done it (B-4.4.4.1.1). */
function tookPart(draft: Draft, bearers: readonly Bearer[], entry: ActRecord): boolean {
  const there = [...(entry.actor === 'system' || !entry.actor.person ? [] : [entry.actor.person]), ...(entry.fields.present ?? [])];
  return bearers.some((bearer) => holdersOf(bearer, draft.world.directory).some((person) => there.includes(person)));
}

/** In time counts by when it was done, not by when it was written down: then the breach is annulled, and stays visible. */
function metBy(draft: Draft, ob: ObligationState, entry: ActRecord): ObligationState {
  const limit = ob.status === 'breached' ? ob.breachedAt : ob.dueAt;
  const inTime = limit === null || entry.at <= limit;
  const annulled = ob.status === 'breached' && inTime;
  if (annulled) say(draft, { type: 'breach-annulled', actor: { is: 'system' }, occurredAt: entry.at, body: { obligation: ob.key, clause: ob.clause } });
  return { ...ob, status: inTime ? 'met' : 'met-late', metAt: entry.at, metBy: entry.seq, next: null, recordedLate: annulled, dueAt: ob.dueAt ?? ob.breachedAt };
}
