import { actorBears } from '../../bearers/index.ts';
import type { Actor, ApprovalState, ApprovalStepState, MatterState } from '../../matter.ts';
import type { Instant } from '../../instant.ts';
import { addToEvent, decided, draftOf, replaceApproval, say, type Draft } from '../draft.ts';
import { changesBetween } from '../obligations/changes.ts';
import type { Decision, Refusal, World } from '../types.ts';
import { endSteps, meetStep } from './end.ts';
import { mayDecide, oweSteps } from './steps.ts';

export interface ApprovalDecision {
  readonly id: string;
  readonly actor: Actor;
  readonly decision: 'approve' | 'reject';
  readonly opinion: string | null;
  readonly at: Instant;
}

/** Gives or refuses one step of an approval. The applicant may never decide on his own application. */
export function decideApproval(world: World, matter: MatterState, given: ApprovalDecision): Decision {
  const kind = world.policy.kinds[matter.kind];
  const approval = matter.approvals.find((each) => each.id === given.id);
  if (!kind || !approval || given.actor.is === 'system') return { refused: [], wrong: [{ path: 'id', message: { zh: '没有这一项批准', en: 'there is no such approval' } }] };
  if (matter.ended) return { refused: [refusal(world, approval, '这件事已误登作废,不再审批', 'this matter was voided; nothing more is decided in it')], wrong: [] };
  if (approval.status !== 'pending') return { refused: [refusal(world, approval, `这一项批准已经${ENDED[approval.status] ?? '结束'}`, `this approval is already ${approval.status}`)], wrong: [] };
  const draft = draftOf(world, kind, matter);
  const index = stepFor(draft, approval, given.actor);
  if (index < 0) return { refused: [whyNot(world, approval, given.actor)], wrong: [] };
  decideStep(draft, approval, index, given, given.actor.person);
  return decided(draft);
}

const ENDED: Readonly<Record<string, string>> = { approved: '批准', rejected: '驳回', lapsed: '失效', used: '使用' };

function stepFor(draft: Draft, approval: ApprovalState, actor: Extract<Actor, { is: 'person' }>): number {
  const rule = draft.world.policy.approvals[approval.approval];
  if (!rule) return -1;
  const turn = Math.min(...approval.steps.filter((step) => step.decision === null).map((step) => step.group));
  return approval.steps.findIndex((step) => step.group === turn && step.decision === null && actorBears(actor, step.bearers)
    && mayDecide(draft, rule, step, actor.person, approval.applicant));
}

function decideStep(draft: Draft, approval: ApprovalState, index: number, given: ApprovalDecision, person: string): void {
  const before = draft.matter.obligations;
  const steps: readonly ApprovalStepState[] = approval.steps.map((step, i) => (i === index ? { ...step, decision: given.decision, by: person, opinion: given.opinion, at: given.at } : step));
  const status = given.decision === 'reject' ? 'rejected' : steps.every((step) => step.decision === 'approve') ? 'approved' : 'pending';
  const next: ApprovalState = { ...approval, steps, status };
  const seq = say(draft, {
    type: 'approval-decided', act: approval.act, actor: given.actor, occurredAt: given.at,
    body: { approval: approval.id, rule: approval.approval, step: index + 1, decision: given.decision, status }, words: given.opinion ? { opinion: given.opinion } : {},
  });
  replaceApproval(draft, next);
  meetStep(draft, approval, index, given.at);
  const rule = draft.world.policy.approvals[approval.approval];
  if (status === 'pending' && rule) oweSteps(draft, next, rule, given.at);
  else draft.notices.push({ to: [{ person: approval.applicant }], template: 'approval-decided', rule: approval.approval, clause: rule?.source.clause ?? [], obligation: null, seq });
  if (status === 'rejected') endSteps(draft, approval);
  const changes = changesBetween(before, draft.matter.obligations);
  if (changes.length) addToEvent(draft, 'obligations', changes);
}

function whyNot(world: World, approval: ApprovalState, actor: Extract<Actor, { is: 'person' }>): Refusal {
  if (actor.person === approval.applicant) return refusal(world, approval, '申请人不能批准自己的申请', 'who applies may not approve');
  return refusal(world, approval, '现在轮不到您决定这一项,或它不归您批准', 'it is not your turn, or not yours to approve');
}

function refusal(world: World, approval: ApprovalState, zh: string, en: string): Refusal {
  return { clause: world.policy.approvals[approval.approval]?.source.clause ?? [], rule: approval.approval, text: { zh, en }, needs: [], kind: 'approval' };
}
