import { APPROVE, type Bearer, type MatterState, type ObligationState, type Policy } from '#engine';
import { pressingOf } from './pressing.ts';

/** Where a row lies on a desk: work, decisions, periodic work, or what others owe in a matter one answers for. */
export type Lane = 'do' | 'approve' | 'periodic' | 'wait';

/** One line of one bearer's desk: a matter, the obligation he owes first in it, and what else he owes there. */
export interface DeskRow {
  readonly bearer: string;
  readonly lane: Lane;
  /** Places of his live obligations in the matter, first due first. */
  readonly ordinals: readonly number[];
  /** When the first of them is due (or was, once breached); null = not yet known. */
  readonly due: number | null;
  /** It cannot wait: it stands before all that is due. */
  readonly first: boolean;
  /** A person for whom the row is not: who applied for an approval does not decide it. */
  readonly barred: string | null;
}

interface Owed { readonly ob: ObligationState; readonly ordinal: number }

const MORE = new Set<ObligationState['status']>(['open', 'paused', 'breached']);
const dueOf = (ob: ObligationState): number => ob.dueAt ?? ob.breachedAt ?? Infinity;
const byDue = (left: Owed, right: Owed): number => dueOf(left.ob) - dueOf(right.ob) || left.ordinal - right.ordinal;

/** A person, a position (in a unit) or a unit's members, as one text that a row is found by. An empty bearer is nobody. */
export function bearerKey({ person, position, unit }: Bearer): string | null {
  if (person) return `p:${person}`;
  if (position) return unit ? `o:${position}@${unit}` : `o:${position}`;
  return unit ? `u:${unit}` : null;
}

/**
 * On whose desks a matter lies, and where: one row per matter, bearer and lane (one per decision among approvals). A breach that
 * nobody can make good any more, because the matter has come to its last stage, is history and lies on no desk.
 * @param answers - the person who answers for the matter to the customer (首问负责人), while anything is owed: what others owe waits on his desk, unless he owes something himself.
 */
export function deskRowsOf(policy: Policy, matter: MatterState, answers: string | null): readonly DeskRow[] {
  if (matter.ended) return [];
  const kind = policy.kinds[matter.kind];
  const over = matter.stage === kind?.stages.at(-1);
  const owed = matter.obligations.map((ob, ordinal) => ({ ob, ordinal })).filter(({ ob }) => MORE.has(ob.status) && !(over && ob.status === 'breached')).sort(byDue);
  const decisions = owed.filter(({ ob }) => ob.duty === APPROVE);
  const work = owed.filter(({ ob }) => ob.duty !== APPROVE);
  const first = owed[0];
  const pressing = pressingOf(policy, matter) !== null;
  const rows: readonly Omit<DeskRow, 'first'>[] = [
    ...perBearer(work, kind?.every ? 'periodic' : 'do'),
    ...decisions.flatMap((each) => perBearer([each], 'approve').map((row) => ({ ...row, barred: matter.approvals.find((approval) => approval.seq === each.ob.round)?.applicant ?? null }))),
    ...(answers && first && !owed.some(({ ob }) => ob.bearers.some((each) => each.person === answers)) ? [{ bearer: `p:${answers}`, lane: 'wait' as const, ordinals: owed.map((each) => each.ordinal), due: finite(dueOf(first.ob)), barred: null }] : []),
  ];
  return rows.map((row) => ({ ...row, first: pressing && (row.lane === 'do' || row.lane === 'wait') }));
}

function perBearer(owed: readonly Owed[], lane: Lane): readonly Omit<DeskRow, 'first'>[] {
  const rows = new Map<string, Owed[]>();
  for (const each of owed) {
    for (const key of new Set(each.ob.bearers.map(bearerKey))) {
      if (key !== null) rows.set(key, [...(rows.get(key) ?? []), each]);
    }
  }
  return [...rows].map(([bearer, all]) => ({ bearer, lane, ordinals: all.map((each) => each.ordinal), due: finite(all[0] ? dueOf(all[0].ob) : Infinity), barred: null }));
}

const finite = (due: number): number | null => (Number.isFinite(due) ? due : null);

/** What must be written so that the desks follow a change: rows that are new or different, and those that are gone. */
export function deskChange(before: readonly DeskRow[], after: readonly DeskRow[]): { readonly put: readonly DeskRow[]; readonly gone: readonly DeskRow[] } {
  const known = new Map(before.map((row) => [placeOf(row), JSON.stringify(row)]));
  const kept = new Set(after.map(placeOf));
  return { put: after.filter((row) => known.get(placeOf(row)) !== JSON.stringify(row)), gone: before.filter((row) => !kept.has(placeOf(row))) };
}

/** The row's key within its matter; a decision has one of its own, so that two of them never share a line. */
const placeOf = (row: DeskRow): string => `${row.bearer}/${row.lane}/${slotOf(row)}`;
export const slotOf = (row: DeskRow): number => (row.lane === 'approve' ? (row.ordinals[0] ?? 0) : 0);
