import type { Kind } from '#engine';
import type { EventJson } from '../../../../matters/contract.ts';
import type { PolicyForm } from './input.ts';

/** Acts among ourselves: who was asked for more time, consented, was overseen or told what to do is no business of the customer who signs. */
const AMONG_OURSELVES: readonly string[] = ['propose', 'assign', 'classify', 'report', 'correct', 'waive', 'withdraw', 'pause', 'resume', 'return', 'oversee', 'instruct', 'extend', 'recall', 'merge', 'unmerge', 'void', 'record-fact'];
/** Plain records that are ours alone: what was said inside, and how somebody answers who leads. */
const OURS: readonly string[] = ['note', 'call-again', 'release', 'answer-oversight', 'answer-instruction', 'take-work'];

/** Whether a step may stand on a sheet that the customer signs. A signature stands in its box, not among the steps. */
export function isForCustomer(event: EventJson, kind: Kind): boolean {
  if (event.type !== 'acted' || event.act === null || event.recalled || OURS.includes(event.act)) return false;
  const is = kind.acts[event.act]?.is ?? event.is ?? '';
  return is !== 'sign' && !AMONG_OURSELVES.includes(is);
}

/** What a step says there: of the facts of the kind only those that the form prints. */
export function factLines({ lines }: EventJson, kind: Kind, form: PolicyForm): readonly string[] {
  const hidden = Object.values(kind.facts).filter((fact) => !form.prints.includes(fact.id)).map((fact) => fact.title);
  return lines.filter((line) => !hidden.some((title) => line.startsWith(`${title}：`) || line.startsWith(`${title}: `)));
}
