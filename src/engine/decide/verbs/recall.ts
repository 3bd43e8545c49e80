import type { ActRecord, Bearer, MatterState, ObligationState, Undo } from '../../matter.ts';
import type { FactValue } from '../../policy.ts';
import { addToEvent, putIntoEvent, type Draft } from '../draft.ts';

/**
 * 撤回: the matter becomes what it was before the act. Events stay; the act and what the system did because of it leave the list
 * of acts, so that no rule sees them any more. What it had met is open again with its old time; what it had begun is void.
 */
export function recall(draft: Draft, undo: Undo, entry: ActRecord): void {
  const { matter } = draft;
  const gone = (each: ActRecord): boolean => each.seq >= undo.from && each.seq <= undo.to;
  const stage = { from: matter.stage, to: undo.stage };
  draft.matter = {
    ...matter, stage: undo.stage, ended: undo.ended, facts: restored<FactValue>(matter.facts, undo.facts), roles: restored<Bearer>(matter.roles, undo.roles),
    acts: matter.acts.filter((each) => !gone(each)).map((each) => (undo.returned.includes(each.seq) ? { ...each, returned: false } : each)),
    obligations: matter.obligations.map((now, place) => obligationBefore(now, place, undo)),
    approvals: matter.approvals.map((now) => undo.approvals.find((each) => each.id === now.id) ?? now),
    recalled: [...(matter.recalled ?? []), ...matter.acts.filter(gone).map((each) => each.seq)], undo: null,
  };
  if (stage.from !== stage.to) putIntoEvent(draft, entry.seq, 'stage', stage);
  addToEvent(draft, 'recalls', [{ act: undo.act, seq: undo.from, to: undo.to }]);
  if (undo.told.length) draft.notices.push({ to: undo.told, template: 'recalled', rule: 'recall', clause: [], obligation: null, seq: entry.seq });
}

function restored<T>(now: Readonly<Record<string, T>>, before: Readonly<Record<string, T | null>>): Record<string, T> {
  const kept = Object.entries(now).filter(([name]) => !Object.hasOwn(before, name));
  return Object.fromEntries([...kept, ...Object.entries(before).flatMap(([name, value]): [string, T][] => (value === null ? [] : [[name, value]]))]);
}

/** A new generation each time: a step that fired meanwhile may fire again for the old time, and firing is unique by generation. */
function obligationBefore(now: ObligationState, place: number, undo: Undo): ObligationState {
  if (place >= undo.owed) return now.status === 'void' ? now : { ...now, status: 'void', next: null, generation: now.generation + 1 };
  const was = undo.obligations.find((each) => each.place === place)?.was;
  return was ? { ...was, ...firedSince(was, now), generation: now.generation + 1 } : now;
}

/** Reminders that came since are not sent a second time, as long as the act had not changed by when it was owed. */
function firedSince(was: ObligationState, now: ObligationState): Partial<ObligationState> {
  return was.status === now.status && was.dueAt === now.dueAt && was.countsFrom === now.countsFrom ? { fired: now.fired, next: now.next } : {};
}

export type NoRecall = 'nothing' | 'other' | 'outside' | 'missed';

/** Why the last act cannot be taken back by this person; null when it can. */
export function whyNoRecall(matter: MatterState, person: string): NoRecall | null {
  if (!matter.undo) return 'nothing';
  if (matter.undo.person !== person) return 'other';
  if (matter.undo.outside) return 'outside';
  return missedSince(matter, matter.undo) ? 'missed' : null;
}

/** Whether a limit that the act began, moved or laid on somebody has been missed since: taking the act back would take the breach away. */
function missedSince({ acts, obligations }: MatterState, undo: Undo): boolean {
  const since = acts.find((each) => each.seq === undo.from)?.recordedAt ?? 0;
  const touched = (place: number): boolean => place >= undo.owed || undo.obligations.some((each) => each.place === place && each.was.breachedAt === null);
  return obligations.some(({ breachedAt, noticedAt }, place) => breachedAt !== null && (noticedAt ?? breachedAt) > since && touched(place));
}
