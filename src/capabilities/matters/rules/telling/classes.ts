import { dangersIn, type ActRecord, type BaseAct, type MatterState, type ObligationState, type Policy } from '#engine';
import type { NoticeJson } from '../../contract.ts';

export type NoticeClass = NoticeJson['class'];

/** What the class of a notice depends on. */
export interface Occasion {
  readonly template: string;
  /** The act that caused it makes the matter known or weighs it: received, opened, classified, reported, a danger ticked; passed on, to whom it is assigned. */
  readonly fresh: boolean;
  /** The matter has the heaviest severity its policy knows, or somebody is in danger. */
  readonly grave: boolean;
  /** It was reported urgently. */
  readonly urgent: boolean;
  /** A step of a ladder before the due time: the share of the time that has passed, in percent. */
  readonly share: number | null;
  /** An alarm nobody took, told to the next above. */
  readonly climbed: boolean;
}

/** From here on a reminder before the due time is one; earlier it is information. */
const PRESSING_SHARE = 80;

/**
 * The classes, first line that holds:
 *
 * | class | when |
 * |---|---|
 * | alarm 警报 | reported urgently; written down though a rule forbids it; told or assigned when a matter of the heaviest severity or with somebody in danger (the policy marks it) becomes known, or is passed on to whoever is to act, by day as by night; an alarm that climbed |
 * | reminder 提醒 | new for me; returned; recalled; approval wanted, or decided; chased; overdue; 80 % of the time and more; after the due time |
 * | information 知会 | told of anything else; less than 80 % of the time |
 */
export function classOf(occasion: Occasion): NoticeClass {
  const { template, share } = occasion;
  if (occasion.climbed || template === 'urgent' || template === 'recorded-against-rule') return 'alarm';
  if ((template === 'told' || template === 'assigned') && occasion.fresh && (occasion.grave || occasion.urgent)) return 'alarm';
  if (template === 'reminded') return share !== null && share < PRESSING_SHARE ? 'information' : 'reminder';
  return ['assigned', 'returned', 'recalled', 'approval-wanted', 'approval-decided', 'chased', 'breached'].includes(template) ? 'reminder' : 'information';
}

const MAKING_KNOWN: readonly BaseAct[] = ['receive', 'open', 'classify', 'report', 'inform'];
/** To whom a matter is passed on, it becomes known by that. */
const PASSING_ON: readonly BaseAct[] = ['forward', 'dispatch'];

/** What a notice comes from: the rule that made it, how many events its matter had by then, and with which the change began. */
export interface Cause { readonly rule?: string; readonly seq?: number; readonly change?: number | undefined }

/** What is known of a notice's occasion from its matter as it is. */
export function occasionOf(template: string, policy: Policy, matter: MatterState, cause: Cause, owed: ObligationState | undefined, climbed: boolean): Occasion {
  const kind = policy.kinds[matter.kind];
  const assigned = template === 'assigned';
  const acts = assigned ? changeOf(matter, cause) : [causeOf(policy, matter, cause)].filter((act) => act !== undefined);
  const known = assigned ? [...MAKING_KNOWN, ...PASSING_ON] : MAKING_KNOWN;
  const fresh = acts.some((act) => known.some((is) => is === (kind?.acts[act.act]?.is ?? act.act)) || dangersIn(kind, act.facts).length > 0);
  const grave = heaviest(policy, matter) !== null || dangersIn(kind, matter.facts).length > 0;
  return { template, fresh, grave, urgent: acts.some((act) => act.fields.urgent === true), share: owed ? shareOf(policy, owed) : null, climbed };
}

/** All acts of the change that laid something on somebody: what the system did because of it may come last. */
function changeOf(matter: MatterState, { seq = Infinity, change = seq }: Cause): readonly ActRecord[] {
  return matter.acts.filter((each) => each.seq >= change && each.seq <= seq);
}

/** The act that caused it: of a reaction the last of those it follows, for the same decision may have done others since. */
function causeOf(policy: Policy, matter: MatterState, { rule, seq = Infinity }: Cause): ActRecord | undefined {
  const after = policy.reactions[rule ?? '']?.after ?? ['*'];
  return matter.acts.findLast((each) => each.seq <= seq && (after.includes(each.act) || after.includes('*')));
}

/** Title of the severity, where it is the heaviest of several; else null. Values stand in the policy from heavy to light. */
export function heaviest(policy: Policy, matter: MatterState): string | null {
  const type = policy.kinds[matter.kind]?.facts['severity']?.type;
  if (type?.is !== 'one' || type.values.length < 2) return null;
  const [first] = type.values;
  return first !== undefined && matter.facts['severity'] === first.id ? first.title : null;
}

/** The share of the time at which the last step fired; null when that was at or after the due time. */
function shareOf(policy: Policy, owed: ObligationState): number | null {
  const step = policy.duties[owed.duty]?.ladder[Number(owed.fired.at(-1))]?.at;
  return step?.is === 'share' ? step.percent : null;
}
