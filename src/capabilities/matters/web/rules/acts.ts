import type { ApprovalJson, MatterJson, ObligationJson, PossibleAct } from '../../contract.ts';

/** The verbs of the bar: one filled, a few beside it, at most two that are not possible yet, the rest folded away. */
export interface Verbs { readonly primary: PossibleAct | null; readonly beside: readonly PossibleAct[]; readonly locked: readonly PossibleAct[]; readonly more: readonly PossibleAct[] }

const BESIDE = 4;
const LOCKED = 2;

/** Where the matter stands among the stages of its kind. */
export interface Course { readonly stage: string; readonly stages: readonly { readonly id: string }[] }

/**
 * Orders what may be done. The filled button is the act of the reader's own next obligation; without one there is none.
 * What was approved for the reader comes next, then other acts of his, then for those who lead 督办 and what ends it: who may oversee
 * has opened the matter for that, more often than to do the work of others. Acts of daily life (chase, correct …) stand behind the others.
 * Of what is not possible yet, two are in sight: those that will be possible first, never what is past or for others to do.
 */
export function verbsOf(acts: readonly PossibleAct[], obligations: readonly ObligationJson[], course: Course = { stage: '', stages: [] }): Verbs {
  const urgent = obligations.map((obligation) => obligation.act);
  const rank = (act: PossibleAct): number => (urgent.includes(act.act) ? urgent.indexOf(act.act) : urgent.length);
  const primary = acts.filter((act) => act.allowed && act.mine).toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
  const rest = acts.filter((act) => act !== primary && !(act.daily && isOthers(act)));
  const possible = rest.filter((act) => act.allowed).toSorted((a, b) => Number(b.approved) - Number(a.approved) || Number(b.mine) - Number(a.mine) || Number(oversees(b)) - Number(oversees(a)) || Number(a.daily) - Number(b.daily));
  const refused = rest.filter((act) => !act.allowed && !act.daily && !isOthers(act)).toSorted((a, b) => rank(a) - rank(b) || stagesAhead(a, course) - stagesAhead(b, course));
  const beside = possible.slice(0, BESIDE);
  const locked = refused.filter((act) => stagesAhead(act, course) >= 0).slice(0, LOCKED);
  const shown = new Set([...beside, ...locked]);
  return { primary, beside, locked, more: rest.filter((act) => !shown.has(act)).toSorted((a, b) => Number(b.allowed) - Number(a.allowed)) };
}

/** Overseeing, and releasing from it: only those who lead are offered either. */
function oversees(act: PossibleAct): boolean {
  return act.daily && (act.is === 'oversee' || act.act === 'release');
}

/** Whether an act is not the reader's to do at all, whatever happens to the matter. */
function isOthers(act: PossibleAct): boolean {
  return act.refusals.some((refusal) => refusal.kind === 'may');
}

/** How many stages lie before the one in which an act becomes possible; negative when that stage is past, 0 when it waits for something else. */
function stagesAhead(act: PossibleAct, { stage, stages }: Course): number {
  const wanted = act.refusals.filter((refusal) => refusal.kind === 'stage').flatMap((refusal) => refusal.needs).flatMap((need) => (Array.isArray(need['stages']) ? need['stages'] : []));
  const place = (id: unknown): number => stages.findIndex((one) => one.id === id);
  if (wanted.length === 0) return 0;
  const ahead = wanted.map((id) => place(id) - place(stage)).filter((steps) => steps > 0);
  return ahead.length > 0 ? Math.min(...ahead) : -1;
}

export type VerbGroup = 'work' | 'customer' | 'time' | 'mend' | 'lead' | 'locked' | 'others';
const GROUPS: readonly VerbGroup[] = ['work', 'customer', 'time', 'mend', 'lead', 'locked', 'others'];
const GROUP_OF: Readonly<Record<string, VerbGroup>> = {
  chase: 'customer', record: 'customer', pause: 'time', resume: 'time', extend: 'time', correct: 'mend', recall: 'mend', merge: 'mend', unmerge: 'mend', void: 'mend', 'record-fact': 'mend', return: 'work',
  oversee: 'lead', instruct: 'lead', waive: 'lead', assign: 'lead',
};
/** Acts of daily life that are plain records and belong to those who lead. */
const OF_LEADERS: readonly string[] = ['release', 'answer-oversight', 'answer-instruction'];

/** What stands under “more”, in groups of a few: first what is the matter's own, then what is not possible now, last what others do. */
export function groupedVerbs(more: readonly PossibleAct[]): readonly { readonly group: VerbGroup; readonly acts: readonly PossibleAct[] }[] {
  const groupOf = (act: PossibleAct): VerbGroup => {
    if (!act.allowed) return isOthers(act) ? 'others' : 'locked';
    if (!act.daily || act.act === 'take-work') return 'work';
    return OF_LEADERS.includes(act.act) ? 'lead' : (GROUP_OF[act.is] ?? 'work');
  };
  return GROUPS.map((group) => ({ group, acts: more.filter((act) => groupOf(act) === group) })).filter(({ acts }) => acts.length > 0);
}

/** Why an act is refused, in one line: who alone may do it, else the first reason, with its clause. */
export function firstReason(act: PossibleAct): { readonly text: string; readonly clause: string } {
  const refusal = act.refusals.find((each) => each.kind === 'may') ?? act.refusals[0];
  return { text: refusal?.text ?? '', clause: refusal?.clause[0] ?? '' };
}

/** The act that passes a matter on: it asks for a bearer called `to`. The policy's forwarding comes before other such acts. */
export function forwardingAct(acts: readonly PossibleAct[]): PossibleAct | null {
  const passing = acts.filter((act) => act.allowed && act.asks.some((ask) => ask.name === 'to' && ask.type === 'bearer'));
  return passing.find((act) => act.act === 'forward') ?? passing.find((act) => !act.daily) ?? null;
}

/** The act by which the customer is answered, whatever the policy calls it; a reply comes before a mere telling. Only acts that ask nothing but words fit a line to write in. */
export function answeringAct(acts: readonly PossibleAct[]): PossibleAct | null {
  const answering = acts.filter((act) => act.allowed && act.asks.every((ask) => !ask.required || ask.type === 'text'));
  return answering.find((act) => act.is === 'reply') ?? answering.find((act) => act.is === 'inform') ?? null;
}

/** Where the words written to the customer go: the fact the act asks for as text (an answer), else its own text. */
export function wordsField(act: Pick<PossibleAct, 'asks'>): string {
  return act.asks.find((ask) => ask.type === 'text' && ask.name !== 'text')?.name ?? 'text';
}

/**
 * What is sent with an act. Whoever corrects is shown every fact as it stands; only what he changed is sent, for what is
 * sent again counts as said again.
 */
export function answersToSend(act: Pick<PossibleAct, 'is' | 'asks'>, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (act.is !== 'correct') return { ...given };
  const before = new Map(act.asks.map((ask) => [ask.name, ask.type === 'tick' ? (ask.value ?? false) : (ask.value ?? null)]));
  return Object.fromEntries(Object.entries(given).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before.get(name))));
}

/** The severity of a matter, and its word. */
export function severityOf(matter: Pick<MatterJson, 'classes' | 'classTitles'>): { readonly value: string | null; readonly title: string | null } {
  return { value: matter.classes['severity'] ?? null, title: matter.classTitles['severity'] ?? null };
}

/** Whether the reader has to decide this approval now. */
export function waitsForMe(approval: Pick<ApprovalJson, 'status' | 'steps'>): boolean {
  return approval.status === 'pending' && approval.steps.some((step) => step.mine && step.decision === null);
}
