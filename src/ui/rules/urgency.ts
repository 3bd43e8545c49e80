/** The urgency ladder: how near a time is, never by colour alone (shape, word and colour are chosen from this one word). */
export type Urgency = 'ample' | 'near' | 'pressing' | 'overdue' | 'still' | 'met' | 'met-late' | 'waived' | 'void' | 'undated';

/** What the ladder needs to know of a time limit. Instants are milliseconds since 1970. */
export interface Limit {
  readonly state: 'open' | 'paused' | 'breached' | 'met' | 'met-late' | 'waived' | 'void';
  readonly startedAt: number;
  readonly dueAt: number | null;
  /** The limit counts on a calendar that is closed just now. */
  readonly standsStill: boolean;
  readonly runsAgainAt: number | null;
}

const PRESSING_BELOW = 10 * 60_000;

/**
 * Places a limit on the ladder at the instant `now`.
 * A limit reached exactly is still in time; it is overdue a millisecond later, whether the server has written it down yet or not.
 */
export function urgencyOf(limit: Limit, now: number): Urgency {
  if (limit.state === 'met' || limit.state === 'met-late' || limit.state === 'waived' || limit.state === 'void') return limit.state;
  if (limit.state === 'breached') return 'overdue';
  if (limit.state === 'paused') return 'still';
  if (limit.dueAt === null) return 'undated';
  if (now > limit.dueAt) return 'overdue';
  if (standsStillAt(limit, now)) return 'still';
  const left = limit.dueAt - now;
  const used = shareUsed(limit.startedAt, limit.dueAt, now);
  if (used >= 0.8 || left < PRESSING_BELOW) return 'pressing';
  return used >= 0.5 ? 'near' : 'ample';
}

/** A clock of working hours stands still outside its windows; it runs again at the instant the server named, without asking anew. */
export function standsStillAt(limit: Pick<Limit, 'standsStill' | 'runsAgainAt'>, now: number): boolean {
  return limit.standsStill && (limit.runsAgainAt === null || now < limit.runsAgainAt);
}

/** Share of the way from start to due that has passed, between 0 and 1. A limit without length counts as used up. */
export function shareUsed(from: number, to: number, now: number): number {
  if (to <= from) return 1;
  return Math.min(1, Math.max(0, (now - from) / (to - from)));
}
