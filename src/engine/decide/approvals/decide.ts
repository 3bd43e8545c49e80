import { actorBears, bornFor } from '../../bearers/index.ts';
import type { Actor, ApprovalDecisionWord, ApprovalState, ApprovalStepState, MatterState } from '../../matter.ts';
import type { Instant } from '../../instant.ts';
import { decided } from '../decided.ts';
import { addToEvent, draftOf, replaceApproval, say, type Draft } from '../draft.ts';
import { changesBetween } from '../obligations/changes.ts';
import type { Decision, Refusal, World } from '../types.ts';
import { withoutUndo } from '../verbs/index.ts';
import { endSteps, meetStep } from './end.ts';
import { isShutOut, mayDecide, oweSteps } from './steps.ts';

export interface ApprovalDecision {
  readonly id: string;
  readonly actor: Actor;
  readonly decision: ApprovalDecisionWord;
  readonly opinion: string | null;
  readonly at: Instant;
}

/** Gives or refuses one step of an approval. The applicant may never decide on his own application. */
export function decideApproval(world: World, matter: MatterState, given: ApprovalDecision): Decision {
  const kind = world.policy.kinds[matter.kind];
  const approval = matter.approvals.find((each) => each.id === given.id);
  if (!kind || !approval || given.actor.is === 'system') return { refused: [], wrong: [{ path: 'id', message: { zh: '没有这一项批准', en: 'there is no such approval' } }] };
  if (matter.ended) return { refused: [refusal(world, approval, '这件事已作废或已合并，不再审批', 'this matter was voided or merged; nothing more is decided in it')], wrong: [] };
  if (approval.status !== 'pending') return { refused: [refusal(world, approval, `这一项批准已经${ENDED[approval.status] ?? '结束'}`, `this approval is already ${approval.status}`)], wrong: [] };
  const draft = draftOf(world, kind, withoutUndo(matter));
  const { index, absent } = stepFor(draft, approval, given.actor);
  if (index < 0) return { refused: [whyNot(world, approval, given.actor)], wrong: [] };
  decideStep(draft, approval, index, given, { person: given.actor.person, absent });
  return decided(draft);
}

const ENDED: Readonly<Record<string, string>> = { approved: '批准', rejected: '驳回', returned: '退回修改', lapsed: '失效', used: '使用' };

/** The step that this person may decide now, himself or for somebody absent; -1 = none. */
function stepFor(draft: Draft, approval: ApprovalState, actor: Extract<Actor, { is: 'person' }>): { readonly index: number; readonly absent: string | null } {
  const rule = draft.world.policy.approvals[approval.approval];
  if (!rule) return { index: -1, absent: null };
  const turn = Math.min(...approval.steps.filter((step) => step.decision === null).map((step) => step.group));
  const open = (step: ApprovalStepState): boolean => step.group === turn && step.decision === null;
  const own = approval.steps.findIndex((step) => open(step) && actorBears(actor, step.bearers) && mayDecide(draft, rule, step, actor.person, approval.applicant));
  if (own >= 0) return { index: own, absent: null };
  // Whoever stands in decides what the absent one might have decided, unless he is shut out himself: no applicant becomes his own approver.
  const standing = (step: ApprovalStepState): string | null => bornFor(draft.world, actor, step.bearers, draft.matter.id, (person) => mayDecide(draft, rule, step, person, approval.applicant));
  if (isShutOut(draft, rule, actor.person, approval.applicant)) return { index: -1, absent: null };
  const index = approval.steps.findIndex((step) => open(step) && standing(step) !== null);
  const step = approval.steps[index];
  return { index, absent: step ? standing(step) : null };
}

function decideStep(draft: Draft, approval: ApprovalState, index: number, given: ApprovalDecision, { person, absent }: { readonly person: string; readonly absent: string | null }): void {
  const before = draft.matter.obligations;
  const steps: readonly ApprovalStepState[] = approval.steps.map((step, i) => (i === index ? { ...step, decision: given.decision, by: person, opinion: given.opinion, at: given.at } : step));
  const status = given.decision === 'reject' ? 'rejected' : given.decision === 'return' ? 'returned' : steps.every((step) => step.decision === 'approve') ? 'approved' : 'pending';
  const next: ApprovalState = { ...approval, steps, status };
  const seq = say(draft, {
    type: 'approval-decided', act: approval.act, actor: given.actor, occurredAt: given.at,
    body: { approval: approval.id, rule: approval.approval, step: index + 1, decision: given.decision, status, ...(absent === null ? {} : { for: absent }) }, words: given.opinion ? { opinion: given.opinion } : {},
  });
  replaceApproval(draft, next);
  meetStep(draft, approval, index, given.at);
  const rule = draft.world.policy.approvals[approval.approval];
  if (status === 'pending' && rule) oweSteps(draft, next, rule, given.at);
  else draft.notices.push({ to: [{ person: approval.applicant }], template: 'approval-decided', rule: approval.approval, clause: rule?.source.clause ?? [], obligation: null, seq });
  if (status === 'rejected' || status === 'returned') endSteps(draft, approval);
  const changes = changesBetween(before, draft.matter.obligations);
  if (changes.length) addToEvent(draft, 'obligations', changes);
}

function whyNot(world: World, approval: ApprovalState, actor: Extract<Actor, { is: 'person' }>): Refusal {
  if (actor.person === approval.applicant) return refusal(world, approval, '申请人不能批准自己的申请', 'who applies may not approve');
  return refusal(world, approval, '现在轮不到您决定这一项，或它不归您批准', 'it is not your turn, or not yours to approve');
}

function refusal(world: World, approval: ApprovalState, zh: string, en: string): Refusal {
  return { clause: world.policy.approvals[approval.approval]?.source.clause ?? [], rule: approval.approval, text: { zh, en }, needs: [], kind: 'approval', who: [], say: null, conditional: false };
}
