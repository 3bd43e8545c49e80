import { bearsIn, slotsOf } from '../bearers/index.ts';
import { MINUTE } from '../instant.ts';
import type { Bearer, MatterState } from '../matter.ts';
import type { Act, Kind, Who } from '../policy.ts';
import type { Attempt } from './attempt.ts';
import { overseersOf } from './daily/index.ts';
import { endedAt, isAtEnd } from './ended.ts';
import { guarded } from './guarded.ts';
import { nameOf } from './naming.ts';
import { isOwing } from './obligations/owing.ts';
import type { Need, Refusal } from './types.ts';
import { againstVerb } from './verbs/against.ts';
import { staysAtEnd } from './verbs/timely.ts';

/** Older than this an act needs a right and a reason: it is being recorded late. */
export const LATE_AFTER = 10 * MINUTE;

/** Every reason against the act, all of them at once; empty = it may be done. */
export function refusalsOf(attempt: Attempt): readonly Refusal[] {
  if (attempt.world.history || attempt.actor.is === 'system') return [];
  const refusals = [...ended(attempt), ...stage(attempt), ...may(attempt), ...againstVerb(attempt), ...late(attempt)];
  const guards = Object.values(attempt.world.policy.guards).filter((guard) => guard.of === attempt.kind.id && guard.acts.includes(attempt.act.id));
  return [...refusals, ...guards.flatMap((guard) => guarded(attempt, guard))];
}

function refusal({ act }: Pick<Attempt, 'act'>, kind: Refusal['kind'], text: Refusal['text'], needs: readonly Need[], who: readonly Bearer[] = []): Refusal {
  return { clause: act.source.clause, rule: `act ${act.id}`, text, needs, kind, who, say: null, conditional: false };
}

/** At its end a matter is read, put right and reopened; what its policy does not name for the last stage is no longer done. */
function ended(attempt: Attempt): readonly Refusal[] {
  const { act, matter, kind } = attempt;
  const why = (zh: string, en: string): readonly Refusal[] => [refusal(attempt, 'ended', { zh, en }, [])];
  if (matter.ended === 'void') return act.id === 'note' || act.is === 'recall' ? [] : why('这件事已误登作废，不能再办理', 'This matter was voided; nothing more can be done with it');
  if (matter.ended === 'merged') return act.id === 'note' || act.is === 'unmerge' ? [] : why('这件事已合并到另一件，请在那一件里办理，或先拆开', 'This matter was merged into another one; act on that, or take them apart first');
  if (!isAtEnd(kind, matter) || staysAtEnd(act, matter) || act.from || leadsOn(act, kind) || isOwed(act, matter) || happenedBefore(attempt)) return [];
  return why('这件事已经办完，不再办理', 'This matter has come to its end; nothing more is done with it');
}

/** An act of the policy that takes a matter out of its last stage: reopening, by whatever name. */
function leadsOn(act: Act, kind: Kind): boolean {
  const stages = act.to === null ? [] : typeof act.to === 'string' ? [act.to] : Object.values(act.to);
  return stages.some((each) => each !== kind.stages.at(-1));
}

function isOwed(act: Act, matter: MatterState): boolean {
  return matter.obligations.some((each) => isOwing(each) && each.act === act.id);
}

/** What happened while it was still open can be written down afterwards. */
function happenedBefore({ kind, matter, proposed, listing }: Attempt): boolean {
  const at = endedAt(kind, matter);
  return !listing && at !== null && proposed.at < at;
}

function stage({ act, matter, kind }: Attempt): readonly Refusal[] {
  if (!act.from || act.from.includes(matter.stage)) return [];
  const title = (id: string): string => kind.stageTitles[id] ?? id;
  const stages = act.from.map(title);
  return [refusal({ act }, 'stage', {
    zh: `这件事在「${title(matter.stage)}」，要到${stages.map((each) => `「${each}」`).join('或')}才能${act.title}`,
    en: `The matter is at “${title(matter.stage)}”; “${act.title}” is possible at ${stages.map((each) => `“${each}”`).join(' or ')}`,
  }, [{ is: 'stage', stages: act.from }])];
}

function may(attempt: Attempt): readonly Refusal[] {
  const { act, actor, world } = attempt;
  if (actor.is === 'system') return [];
  if (act.daily) {
    if (act.daily === 'work' ? actor.rights.includes('work') : actor.rights.includes('oversee')) return [];
    const text = { zh: `「${act.title}」只有主管以上可以办理`, en: `Only those who oversee may do “${act.title}”` };
    return [refusal(attempt, 'may', text, [{ is: 'right', right: act.daily }], act.daily === 'oversee' ? overseersOf(world.policy, actor.unit) : [])];
  }
  if (act.may.some((who) => bearsIn(world, actor, bearersOf(attempt, who), attempt.matter.id))) return [];
  const names = act.may.map((who) => nameOf(attempt, who)).join('、');
  return [refusal(attempt, 'may', { zh: `「${act.title}」由${names}办理`, en: `“${act.title}” is for ${names}` },
    act.may.map((who) => ({ is: 'position', who: nameOf(attempt, who) })), act.may.flatMap((who) => bearersOf(attempt, who)))];
}

function bearersOf({ world, matter, proposed }: Attempt, who: Who): readonly Bearer[] {
  return slotsOf(who, { policy: world.policy, directory: world.directory, matter, it: proposed }).flatMap((slot) => slot.bearers);
}

/** Writing down what was done against a rule is never too late. */
function late(attempt: Attempt): readonly Refusal[] {
  const { act, proposed, world, actor, listing } = attempt;
  if (listing || act.is === 'record-fact' || proposed.at >= world.now - LATE_AFTER || actor.is === 'system') return [];
  const needs: Need[] = [...(actor.rights.includes('record-late') ? [] : [{ is: 'right' as const, right: 'record-late' }]), ...(proposed.fields.reason ? [] : [{ is: 'reason' as const }])];
  if (needs.length === 0) return [];
  const text = { zh: '补录 10 分钟以前的办理，要有补录权限并写明原因', en: 'Recording something that happened more than 10 minutes ago needs the right to record late and a reason' };
  return [refusal(attempt, 'late', text, needs, actor.rights.includes('record-late') ? [] : overseersOf(world.policy, actor.unit))];
}
