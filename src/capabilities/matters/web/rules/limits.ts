import { civilText, instantOf, type Limit } from '#ui/rules/index.ts';
import type { ObligationJson } from '../../contract.ts';

/** An obligation as the urgency ladder reads it. */
export function limitOf(obligation: ObligationJson): Limit {
  return {
    state: obligation.state, startedAt: instantOf(obligation.startedAt) ?? 0, dueAt: instantOf(obligation.dueAt),
    standsStill: obligation.standsStill, runsAgainAt: instantOf(obligation.runsAgainAt),
  };
}

/** Whether it still has to be done: open, stopped, or overdue and not done yet. */
export function isOwed(obligation: Pick<ObligationJson, 'state'>): boolean {
  return obligation.state === 'open' || obligation.state === 'paused' || obligation.state === 'breached';
}

/** What still has to be done, first what is due first; what has no date comes last. */
export function owed(obligations: readonly ObligationJson[]): readonly ObligationJson[] {
  return obligations.filter(isOwed).toSorted((a, b) => (instantOf(a.dueAt) ?? Infinity) - (instantOf(b.dueAt) ?? Infinity));
}

export interface InTurn { readonly now: readonly ObligationJson[]; readonly later: readonly ObligationJson[]; readonly done: readonly ObligationJson[] }

/**
 * The limits of a matter in their turn: now is what is overdue, due today or stopped, and always the first of all; later what follows.
 * A day ends at 24:00: what is due at that instant is due on that day.
 */
export function inTurn(obligations: readonly ObligationJson[], now: number, zone: string): InTurn {
  const all = owed(obligations);
  const day = (at: number): string => civilText(at, zone).slice(0, 10);
  const today = day(now);
  const isNow = (one: ObligationJson, place: number): boolean => {
    const due = instantOf(one.dueAt);
    return place === 0 || one.state !== 'open' || (due !== null && (due <= now || day(due - 1) <= today));
  };
  return { now: all.filter(isNow), later: all.filter((one, place) => !isNow(one, place)), done: obligations.filter((one) => !isOwed(one) && one.state !== 'void') };
}

/** The clauses of an obligation; several come as one text with commas between them. */
export function clausesOf(obligation: Pick<ObligationJson, 'clause'>): readonly string[] {
  return obligation.clause.split(',').map((clause) => clause.trim()).filter((clause) => clause !== '');
}

/** The act that answers, by the mark of what waits for it. */
const ANSWERS: Readonly<Record<string, string | undefined>> = { overseen: 'answer-oversight', instructed: 'answer-instruction' };

/** Whether it is the answer that somebody who leads waits for: it goes along when matters are merged. */
export function isAnswer({ act }: Pick<ObligationJson, 'act'>): boolean {
  return Object.values(ANSWERS).includes(act);
}

/** The answer that somebody who leads waits for (督办, 批示), the first due where there are several. */
export function answerTo(mark: string, obligations: readonly ObligationJson[]): ObligationJson | undefined {
  const act = ANSWERS[mark];
  return act === undefined ? undefined : owed(obligations).find((each) => each.act === act);
}
