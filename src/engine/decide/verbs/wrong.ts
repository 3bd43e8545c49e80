import { formatInstant, type Instant } from '../../instant.ts';
import type { ActRecord, MatterState } from '../../matter.ts';
import { pauseTitle } from '../../pause-titles.ts';
import type { Attempt } from '../attempt.ts';
import { isOwing, pauseReasons } from '../obligations/index.ts';
import type { Issue, World } from '../types.ts';
import { extendable } from './extend.ts';
import { whyNoMerge } from './merge.ts';

/** What is wrong with an act of ours in this matter, whoever does it. */
export function wrongWithVerb(attempt: Attempt): readonly Issue[] {
  // An extension is held against the time it moves.
  return [...(attempt.act.is === 'extend' ? [] : wrongTime(attempt.proposed)), ...wrongAgreement(attempt), ...wrongInItself(attempt)];
}

/** Nothing is owed any more in what was voided or merged: a call agreed there would be lost without a word. */
function wrongAgreement({ matter, proposed: { fields } }: Attempt): readonly Issue[] {
  if (matter.ended === null || fields.until === undefined) return [];
  const into = matter.mergedInto?.number;
  const message = matter.ended === 'void'
    ? { zh: '这件事已误登作废，约好的时间没有人会提醒：请在客户的另一件里约，或另行登记一件', en: 'This matter was voided and nobody would be reminded: agree the call in another matter of the customer, or register one' }
    : { zh: `这件事已合并到 ${into ?? '另一件'}，约好的时间请记在那一件里`, en: `This matter was merged into ${into ?? 'another one'}: please agree the call there` };
  return [{ path: 'until', message }];
}

function wrongInItself({ matter, act, world, proposed: { fields }, other }: Attempt): readonly Issue[] {
  switch (act.is) {
    case 'resume': return wrongResume(matter);
    case 'pause': return wrongPause(world, pauseReasons({ matter, world }), fields.reason ?? '');
    case 'waive': return wrongWaiver(matter, fields.obligation);
    case 'extend': return wrongExtension(world, matter, fields.obligation, fields.until);
    case 'merge': { const issue = act.daily ? whyNoMerge(world, matter, other) : null; return issue ? [issue] : []; }
    case 'record-fact': return wrongFact(matter, world.now, fields.doneAt);
    default: return [];
  }
}

function wrongPause(world: World, reasons: readonly string[], reason: string): readonly Issue[] {
  if (reasons.includes(reason)) return [];
  if (reasons.length === 0) return [{ path: 'reason', message: { zh: '现在没有制度允许停表的待办', en: 'no open duty allows to be paused' } }];
  const titles = reasons.map((each) => pauseTitle(world.policy, each));
  return [{ path: 'reason', message: { zh: `制度只允许这些停表原因：${titles.map((each) => each.zh).join('、')}`, en: `the policy allows to pause only for: ${titles.map((each) => each.en).join(', ')}` } }];
}

/** What is agreed or asked for lies after the act: else it were late before anybody could do it. An act recorded afterwards is held against its own time. */
function wrongTime({ at, fields: { until } }: ActRecord): readonly Issue[] {
  return until === undefined || until > at ? [] : [{ path: 'until', message: { zh: '要写以后的时间：这个时间已经过了', en: 'this time has passed already: please give a later one' } }];
}

function wrongResume(matter: MatterState): readonly Issue[] {
  if (matter.obligations.some((each) => each.status === 'paused' || (isOwing(each) && each.duty === `${matter.kind}.look-again`))) return [];
  return [{ path: 'act', message: { zh: '现在没有挂起的待办，不必恢复', en: 'nothing is suspended now' } }];
}

function wrongWaiver(matter: MatterState, key: string | undefined): readonly Issue[] {
  const found = matter.obligations.find((each) => each.key === key);
  if (found && ['open', 'paused', 'breached', 'met-late'].includes(found.status)) return [];
  return [{ path: 'obligation', message: { zh: '这一项已经按时办完或不再需要，不必免责', en: 'this one was met in time or is no longer owed' } }];
}

function wrongExtension(world: World, matter: MatterState, key: string | undefined, until: Instant | undefined): readonly Issue[] {
  const found = matter.obligations.find((each) => each.key === key);
  if (!found || !extendable(matter, world.now).includes(found)) {
    return [{ path: 'obligation', message: { zh: '这一项现在不能延期：已超时的请申请免责，停表的先恢复，没有时限的不必延', en: 'this one cannot be extended now: what is overdue can be waived, what is paused is resumed first, what has no limit needs none' } }];
  }
  const due = found.dueAt ?? world.now;
  if (until !== undefined && until > due) return [];
  const limit = formatInstant(due, world.policy.zone).slice(0, 16).replace('T', ' ');
  return [{ path: 'until', message: { zh: `延期要延到现在的时限（${limit}）以后`, en: `the new time must lie after the present one (${limit})` } }];
}

function wrongFact(matter: MatterState, now: Instant, doneAt: Instant | undefined): readonly Issue[] {
  if (doneAt === undefined) return [];
  if (doneAt > now) return [{ path: 'doneAt', message: { zh: '已经发生的事不会在将来', en: 'what has happened does not lie in the future' } }];
  return doneAt < (matter.acts[0]?.at ?? doneAt) ? [{ path: 'doneAt', message: { zh: '不能早于登记时间', en: 'it cannot have happened before the matter was received' } }] : [];
}
