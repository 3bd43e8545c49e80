import { evaluate, explainCondition, type LookedAt } from '../conditions/index.ts';
import { describeDue, explainArithmetic } from '../due/index.ts';
import type { ArithmeticStep } from '../calendar/index.ts';
import type { ActRecord, Bearer, MatterState, ObligationState } from '../matter.ts';
import type { Duty, DutyRow, Kind, Who } from '../policy.ts';
import { slotsOf } from '../bearers/index.ts';
import type { Instant } from '../instant.ts';
import type { Text } from '../text.ts';
import { nextStep, limitFrom, roundOf, ruleOf, type Limit } from '../decide/obligations/index.ts';
import { scopeOf } from '../decide/scope.ts';
import { nameOf } from '../decide/naming.ts';
import { saidToCustomer } from './customer.ts';
import { countedDays, type CountedDay } from './days.ts';
import { civilWords } from './civil-words.ts';
import { pauseTitle } from '../pause-titles.ts';
import { titleOfDuty } from './titles.ts';
import { earlierRows, noteOnUnknown, once, unknownIn } from './unknown.ts';
import type { World } from '../decide/index.ts';

/** 依据: why somebody owes something by a certain time: clause, rule, facts and the arithmetic. */
export interface Explanation {
  readonly obligation: ObligationState;
  readonly duty: string;
  readonly who: string;
  readonly due: Text;
  readonly from: Instant;
  /** The act that started the clock. */
  readonly startedBy: string;
  /** The act in which somebody fixed this very time (督办, 批示, 约再打); null = a rule did. */
  readonly fixedBy: ActRecord | null;
  readonly to: Instant | null;
  readonly looked: readonly LookedAt[];
  readonly steps: readonly ArithmeticStep[];
  /** Calendar the limit counts in; null = the clock's own time. */
  readonly calendar: string | null;
  readonly notes: readonly Text[];
  /** What happens if nobody acts: each step with whom it tells, as titles and as bearers. */
  readonly then: readonly { readonly at: Instant; readonly step: 'breach' | string; readonly tell: string; readonly to: readonly Bearer[] }[];
  /** By civil day: windows, pauses, minutes. */
  readonly days: readonly CountedDay[];
  /** Who stopped the clock and why; `from` is when. */
  readonly pauses: readonly { readonly from: Instant; readonly to: Instant | null; readonly reason: Text; readonly by: Bearer | 'system' | null }[];
  /** What can be said to the customer about it. */
  readonly customer: Text;
}

/** @returns null when the matter has no such obligation. */
export function explainObligation(world: World, matter: MatterState, key: string): Explanation | null {
  const ob = matter.obligations.find((each) => each.key === key);
  const kind = world.policy.kinds[matter.kind];
  if (!ob || !kind) return null;
  const duty = world.policy.duties[ob.duty];
  const rule = duty?.rows[ob.row];
  if (!duty || !rule) return bare(ob, world);
  const round = roundOf(matter, kind, duty, ob.round);
  const startedBy = round?.startedBy ?? null;
  const scope = scopeOf(world, kind, matter, startedBy);
  const unknown = unknownIn(earlierRows(duty, ob.row).filter((condition) => evaluate(condition, scope) === undefined), scope);
  const looked = once([...conditionsOf(duty, rule).flatMap((condition) => explainCondition(condition, scope)), ...unknown]);
  const due = ruleOf(duty, rule, round?.repeated ?? false);
  const limit = startedBy && limitFrom(due, ob.countsFrom, startedBy, scope, world);
  const to = ob.dueAt ?? ob.breachedAt;
  const steps = limit && to !== null ? explainArithmetic(limit.used, { start: ob.countsFrom, dueInstant: to, zone: world.policy.zone, calendars: world.calendars, pauses: ob.pauses }) : [];
  return {
    obligation: ob, duty: duty.id, who: nameOf({ world, kind }, rule.who), due: describeDue(due, (fact) => kind.facts[fact]?.title ?? fact), from: ob.countsFrom, startedBy: startedBy?.act ?? '', fixedBy: limit && fixes(limit) ? startedBy : null, to, looked,
    steps, days: countedDays(steps, world.policy.zone), pauses: pausesOf(world, matter, kind, ob), customer: saidToCustomer(ob, titleOfDuty(world.policy, kind, ob.duty, ob.act), world.policy.zone, world.now),
    calendar: calendarOf(limit?.used ?? null), notes: [...notesOn(ob), ...extended(world, ob), ...noteOnUnknown(kind, unknown)], then: limit ? thenOf({ world, matter, kind, duty, startedBy }, ob, limit) : [],
  };
}

/** Whether the time is what the act itself says, not what a rule counts. */
const fixes = ({ used }: Limit): boolean => used.is === 'at' && used.ofIt === true && used.shift === null;

function conditionsOf(duty: Duty, rule: DutyRow): readonly NonNullable<Duty['when']>[] {
  return [duty.when, rule.when].flatMap((condition) => (condition ? [condition] : []));
}

function calendarOf(used: NonNullable<ReturnType<typeof limitFrom>>['used'] | null): string | null {
  if (!used) return null;
  if (used.is === 'after') return used.duration.calendar;
  if (used.is === 'next opening') return used.calendar;
  return used.is === 'end of' ? (used.plus?.calendar ?? null) : null;
}

function notesOn(ob: ObligationState): readonly Text[] {
  const notes: Text[] = [];
  if (ob.cap !== null) notes.push({ zh: '改级后时限变短：取原时限与“改级时刻加新时限”中较早的一个', en: 'Reclassified to a shorter limit: the earlier of the old time and the change plus the new limit' });
  if (ob.generation > 1) notes.push({ zh: `这一项的时间或经办调整过 ${ob.generation - 1} 次，旧值在时间线里`, en: `Its time or bearer moved ${ob.generation - 1} times; the old values are in the timeline` });
  if (ob.recordedLate) notes.push({ zh: '按时办了，补录晚了：超时已撤销，记录保留', en: 'Done in time and recorded late: the breach is annulled and stays on record' });
  return notes;
}

/** An extended time says from when to when; who asked and who consented stand beside it. */
function extended(world: World, ob: ObligationState): readonly Text[] {
  return (ob.extensions ?? []).map(({ from, to }) => {
    const [was, is] = [civilWords(from, world.policy.zone), civilWords(to, world.policy.zone)];
    return { zh: `已延期：由 ${was.zh} 延到 ${is.zh}`, en: `Extended from ${was.en} to ${is.en}` };
  });
}

interface Owed { readonly world: World; readonly matter: MatterState; readonly kind: Kind; readonly duty: Duty; readonly startedBy: ActRecord | null }

function thenOf({ world, matter, kind, duty, startedBy }: Owed, ob: ObligationState, limit: Limit): Explanation['then'] {
  const steps: { at: Instant; step: string; tell: string; to: readonly Bearer[] }[] = [];
  const told = (who: Who): readonly Bearer[] => slotsOf(who, { policy: world.policy, directory: world.directory, matter, it: startedBy }).flatMap((slot) => slot.bearers);
  let walking = ob;
  for (let next = nextStep(duty.ladder, walking, limit, world); next && steps.length <= duty.ladder.length; next = nextStep(duty.ladder, walking, limit, world)) {
    const ladder = duty.ladder[Number(next.step)];
    steps.push({ at: next.at, step: next.step, tell: ladder ? nameOf({ world, kind }, ladder.tell) : '', to: ladder ? told(ladder.tell) : ob.bearers });
    walking = { ...walking, fired: [...walking.fired, next.step], ...(next.step === 'breach' ? { status: 'breached' as const, breachedAt: walking.dueAt } : {}) };
  }
  return steps;
}

/** Each pause with its reason in words and whoever stopped the clock then. */
function pausesOf(world: World, matter: MatterState, kind: Kind, ob: ObligationState): Explanation['pauses'] {
  const paused = (at: Instant): ActRecord | undefined => matter.acts.find((each) => each.at === at && kind.acts[each.act]?.is === 'pause');
  return ob.pauses.map(({ from, to, reason }) => ({ from, to, reason: pauseTitle(world.policy, reason), by: paused(from)?.actor ?? null }));
}

/** A step of an approval: owed because the approval was asked for. */
function bare(ob: ObligationState, world: World): Explanation {
  return { obligation: ob, duty: ob.duty, who: '', due: { zh: ob.dueAt === null ? '没有写明时限' : '按批准步骤的时限', en: ob.dueAt === null ? 'no limit is written' : 'the limit of the approval step' }, from: ob.startedAt, startedBy: '', fixedBy: null, to: ob.dueAt, looked: [], steps: [], calendar: null, notes: [], then: [], days: [], pauses: [], customer: saidToCustomer(ob, titleOfDuty(world.policy, undefined, ob.duty, ob.act), world.policy.zone, world.now) };
}

