import type { ActRecord, MatterState, ObligationState, Policy } from '#engine';
import type { NoticeClass } from '../contract.ts';

/** What the class of a notice depends on. */
export interface Occasion {
  readonly template: string;
  /** The act that caused it makes the matter known or weighs it: received, opened, classified, reported. */
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
 * | alarm 警报 | reported urgently; written down though a rule forbids it; told or assigned when a matter of the heaviest severity or with somebody in danger becomes known, by day as by night; an alarm that climbed |
 * | reminder 提醒 | new for me; returned; recalled; approval wanted; chased; overdue; 80 % of the time and more; after the due time |
 * | information 知会 | told of anything else; an approval decided; less than 80 % of the time |
 */
export function classOf(occasion: Occasion): NoticeClass {
  const { template, share } = occasion;
  if (occasion.climbed || template === 'urgent' || template === 'recorded-against-rule') return 'alarm';
  if ((template === 'told' || template === 'assigned') && occasion.fresh && (occasion.grave || occasion.urgent)) return 'alarm';
  if (template === 'reminded') return share !== null && share < PRESSING_SHARE ? 'information' : 'reminder';
  return ['assigned', 'returned', 'recalled', 'approval-wanted', 'chased', 'breached'].includes(template) ? 'reminder' : 'information';
}

/** Facts by which a policy says that somebody is in danger, whatever the severity. */
const DANGER = ['injury', 'casualty', 'death', 'trapped', 'fire', 'gas_leak', 'gas-leak', 'danger'];
const MAKING_KNOWN = ['receive', 'open', 'classify', 'report', 'inform'];

/** What a notice comes from: the rule that made it, and how many events its matter had by then. */
export interface Cause { readonly rule?: string; readonly seq?: number }

/** What is known of a notice's occasion from its matter as it is. */
export function occasionOf(template: string, policy: Policy, matter: MatterState, cause: Cause, owed: ObligationState | undefined, climbed: boolean): Occasion {
  const act = causeOf(policy, matter, cause);
  return { template, fresh: act !== undefined && makesKnown(policy, matter, act), grave: heaviest(policy, matter) !== null || inDanger(matter), urgent: act?.fields.urgent === true, share: owed ? shareOf(policy, owed) : null, climbed };
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

const inDanger = (matter: MatterState): boolean => DANGER.some((fact) => matter.facts[fact] === true);

function makesKnown(policy: Policy, matter: MatterState, act: ActRecord): boolean {
  return MAKING_KNOWN.includes(policy.kinds[matter.kind]?.acts[act.act]?.is ?? act.act);
}

/** The share of the time at which the last step fired; null when that was at or after the due time. */
function shareOf(policy: Policy, owed: ObligationState): number | null {
  const step = policy.duties[owed.duty]?.ladder[Number(owed.fired.at(-1))]?.at;
  return step?.is === 'share' ? step.percent : null;
}
