import type { ActRecord, MatterState } from '../matter.ts';
import type { Act, Kind } from '../policy.ts';
import { bearerOf } from '../bearers/index.ts';
import { canonical } from '../canonical.ts';
import { own } from '../conditions/index.ts';
import { approvalsFor } from './approvals/covers.ts';
import { lapseChanged, useApprovals } from './approvals/lapse.ts';
import { decided, draftOf, record, replaceObligation, type Draft } from './draft.ts';
import { refusalsOf, type Attempt } from './guards.ts';
import { isOwing, pauseFor, pauseReasons, rederive, resumeAll } from './obligations/index.ts';
import { react } from './reactions.ts';
import type { ActCommand, Decision, Issue, World } from './types.ts';

/**
 * Decides one act: guards → event → reactions until nothing more happens → obligations re-derived.
 * Pure: the same matter, command and world always give the same answer; a refusal leaves the matter untouched.
 */
export function decideAct(world: World, matter: MatterState, command: ActCommand): Decision {
  const kind = world.policy.kinds[matter.kind];
  const act = kind && own(kind.acts, command.act);
  if (!kind || !act || act.is === 'receive' || act.is === 'open') {
    return { refused: [], wrong: [{ path: 'act', message: { zh: `没有「${command.act}」这一种办理`, en: `there is no act “${command.act}”` } }] };
  }
  const attempt = attemptOf(world, kind, act, matter, command);
  const wrong = wrongInThisMatter(attempt, command);
  if (wrong.length) return { refused: [], wrong };
  const refused = refusalsOf(attempt);
  if (refused.length) return { refused, wrong: [] };
  const draft = draftOf(world, kind, matter);
  const { seq: _seq, act: _act, ...done } = attempt.proposed;
  const entry = record(draft, act, done, command.actor);
  behave(draft, act, entry);
  useApprovals(draft, approvalsFor(attempt));
  lapseChanged(draft, entry);
  rederive(draft, react(draft, { name: act.id, entry }), entry.at);
  return decided(draft);
}

/** The attempt as guards see it: the facts given with the act are laid over those known. */
export function attemptOf(world: World, kind: Kind, act: Act, matter: MatterState, command: ActCommand, listing = false): Attempt {
  const proposed: ActRecord = {
    seq: matter.seq + 1, act: act.id, actor: bearerOf(command.actor), at: command.occurredAt, recordedAt: world.now, fields: command.fields, facts: command.facts,
  };
  return { world, kind, act, actor: command.actor, proposed, listing, matter: { ...matter, facts: { ...matter.facts, ...command.facts } } };
}

function wrongInThisMatter({ matter, act, world, proposed }: Attempt, command: ActCommand): readonly Issue[] {
  if (world.history) return [];
  const begun = matter.acts[0]?.at ?? command.occurredAt;
  if (command.occurredAt > world.now) return [{ path: 'occurredAt', message: { zh: '办理时间不能晚于现在', en: 'it cannot have happened in the future' } }];
  if (command.occurredAt < begun) return [{ path: 'occurredAt', message: { zh: '办理时间不能早于登记时间', en: 'it cannot have happened before the matter was received' } }];
  if (act.is === 'resume') return wrongResume(matter);
  if (act.is === 'pause') return wrongPause(pauseReasons({ matter, world }), proposed.fields.reason ?? '');
  if (act.is === 'waive') return wrongWaiver(matter, proposed.fields.obligation);
  return [];
}

function wrongPause(reasons: readonly string[], reason: string): readonly Issue[] {
  if (reasons.includes(reason)) return [];
  if (reasons.length === 0) return [{ path: 'reason', message: { zh: '现在没有制度允许停表的待办', en: 'no open duty allows to be paused' } }];
  return [{ path: 'reason', message: { zh: `制度只允许这些停表原因:${reasons.join('、')}`, en: `the policy allows to pause only for: ${reasons.join(', ')}` } }];
}

function wrongResume(matter: MatterState): readonly Issue[] {
  if (matter.obligations.some((each) => each.status === 'paused' || (isOwing(each) && each.duty === `${matter.kind}.look-again`))) return [];
  return [{ path: 'act', message: { zh: '现在没有挂起的待办,不必恢复', en: 'nothing is suspended now' } }];
}

function wrongWaiver(matter: MatterState, key: string | undefined): readonly Issue[] {
  const found = matter.obligations.find((each) => each.key === key);
  if (found && ['open', 'paused', 'breached', 'met-late'].includes(found.status)) return [];
  return [{ path: 'obligation', message: { zh: '这一项已经按时办完或不再需要,不必免责', en: 'this one was met in time or is no longer owed' } }];
}

/** What acts of ours do beside being recorded. */
function behave(draft: Draft, act: Act, entry: ActRecord): void {
  switch (act.is) {
    case 'pause': if (entry.fields.reason !== undefined) pauseFor(draft, entry, entry.fields.reason); return;
    case 'resume': resumeAll(draft, entry); return;
    case 'void': draft.matter = { ...draft.matter, ended: 'void' }; return;
    case 'waive': waive(draft, entry); return;
    case 'assign': if (act.daily) transfer(draft, entry); return;
    case 'chase': chased(draft, entry); return;
    default:
  }
}

function waive(draft: Draft, entry: ActRecord): void {
  const index = draft.matter.obligations.findIndex((each) => each.key === entry.fields.obligation);
  const known = draft.matter.obligations[index];
  if (known) replaceObligation(draft, index, { ...known, status: 'waived', next: null });
}

/** Work passes to another person: the role bound by receiving changes hands (else the one that is bound), with a reason on record. */
function transfer(draft: Draft, entry: ActRecord): void {
  const roles = Object.values(draft.kind.roles);
  const role = roles.find((each) => each.setBy === 'receive' || each.setBy === 'open') ?? roles.find((each) => draft.matter.roles[each.id]) ?? roles[0];
  if (role && entry.fields.to) draft.matter = { ...draft.matter, roles: { ...draft.matter.roles, [role.id]: entry.fields.to } };
}

/** A chasing is heard by whoever owes the next acts. */
function chased(draft: Draft, entry: ActRecord): void {
  const owing = draft.matter.obligations.filter((each) => isOwing(each) && each.status !== 'paused');
  const bearers = [...new Map(owing.flatMap((each) => each.bearers).map((bearer) => [canonical(bearer), bearer])).values()];
  if (bearers.length) draft.notices.push({ to: bearers, template: 'chased', rule: 'chase', clause: [], obligation: null, seq: entry.seq });
}
