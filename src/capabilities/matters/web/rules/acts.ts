import type { ApprovalJson, MatterJson, ObligationJson, PossibleAct } from '../../contract.ts';

/** The verbs of the bar: one filled, a few beside it, at most two that are not possible yet, the rest folded away. */
export interface Verbs { readonly primary: PossibleAct | null; readonly beside: readonly PossibleAct[]; readonly locked: readonly PossibleAct[]; readonly more: readonly PossibleAct[] }

const BESIDE = 4;
const LOCKED = 2;

/**
 * Orders what may be done. The filled button is the act of the reader's own next obligation; without one there is none.
 * Other acts of mine come next; acts of daily life (chase, correct …) stand behind the others.
 */
export function verbsOf(acts: readonly PossibleAct[], obligations: readonly ObligationJson[]): Verbs {
  const urgent = obligations.map((obligation) => obligation.act);
  const rank = (act: PossibleAct): number => (urgent.includes(act.act) ? urgent.indexOf(act.act) : urgent.length);
  const primary = acts.filter((act) => act.allowed && act.mine).toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
  const rest = acts.filter((act) => act !== primary);
  const possible = rest.filter((act) => act.allowed).toSorted((a, b) => Number(b.mine) - Number(a.mine) || Number(a.daily) - Number(b.daily));
  const refused = rest.filter((act) => !act.allowed && !act.daily).toSorted((a, b) => rank(a) - rank(b));
  const beside = possible.slice(0, BESIDE);
  const locked = refused.slice(0, LOCKED);
  const shown = new Set([...beside, ...locked]);
  return { primary, beside, locked, more: rest.filter((act) => !shown.has(act)).toSorted((a, b) => Number(b.allowed) - Number(a.allowed)) };
}

/** Why an act is refused, in one line: the first reason, with its clause. */
export function firstReason(act: PossibleAct): { readonly text: string; readonly clause: string } {
  const refusal = act.refusals[0];
  return { text: refusal?.text ?? '', clause: refusal?.clause[0] ?? '' };
}

/** The act that passes a matter on: it asks for a bearer called `to`. The policy's forwarding comes before other such acts. */
export function forwardingAct(acts: readonly PossibleAct[]): PossibleAct | null {
  const passing = acts.filter((act) => act.allowed && act.asks.some((ask) => ask.name === 'to' && ask.type === 'bearer'));
  return passing.find((act) => act.act === 'forward') ?? passing.find((act) => !act.daily) ?? null;
}

/** The severity of a matter, and its word. */
export function severityOf(matter: Pick<MatterJson, 'classes' | 'classTitles'>): { readonly value: string | null; readonly title: string | null } {
  return { value: matter.classes['severity'] ?? null, title: matter.classTitles['severity'] ?? null };
}

/** Whether the reader has to decide this approval now. */
export function waitsForMe(approval: Pick<ApprovalJson, 'status' | 'steps'>): boolean {
  return approval.status === 'pending' && approval.steps.some((step) => step.mine && step.decision === null);
}
