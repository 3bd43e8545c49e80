import type { ObligationState } from '../../matter.ts';
import { sameBearers, sameWords } from './same.ts';

/** What an event says of the obligations it opened, ended or moved, each with its old value. */
export function changesBetween(before: readonly ObligationState[], after: readonly ObligationState[]): readonly Record<string, unknown>[] {
  return after.flatMap<Record<string, unknown>>((now, index) => {
    const was = before[index];
    if (!was) return [{ key: now.key, became: now.status, due: now.dueAt, bearers: now.bearers, clause: now.clause }];
    const change = { ...statusOf(was, now), ...dueOf(was, now), ...bearersOf(was, now), ...clauseOf(was, now) };
    return Object.keys(change).length ? [{ key: now.key, ...change }] : [];
  });
}

function statusOf(was: ObligationState, now: ObligationState): Record<string, unknown> {
  return was.status === now.status ? {} : { was: was.status, became: now.status };
}

function dueOf(was: ObligationState, now: ObligationState): Record<string, unknown> {
  return was.dueAt === now.dueAt ? {} : { wasDue: was.dueAt, due: now.dueAt };
}

function bearersOf(was: ObligationState, now: ObligationState): Record<string, unknown> {
  return sameBearers(was.bearers, now.bearers) ? {} : { wasBearers: was.bearers, bearers: now.bearers };
}

function clauseOf(was: ObligationState, now: ObligationState): Record<string, unknown> {
  return sameWords(was.clause, now.clause) ? {} : { wasClause: was.clause, clause: now.clause };
}
