import { evaluate, own } from '../../conditions/index.ts';
import type { ApprovalState, MatterState } from '../../matter.ts';
import type { ApprovalRule } from '../../policy.ts';
import { attemptOf } from '../act.ts';
import { decided } from '../decided.ts';
import { addToEvent, draftOf, say } from '../draft.ts';
import { changesBetween } from '../obligations/changes.ts';
import type { Attempt } from '../attempt.ts';
import { refusalsOf } from '../guards.ts';
import { scopeOf } from '../scope.ts';
import type { ActCommand, Decision, World } from '../types.ts';
import { withoutUndo } from '../verbs/index.ts';
import { approvalGiven, coveredFacts, hashOf } from './covers.ts';
import { oweSteps, stepsOf } from './steps.ts';

/**
 * Asks for the approval that an act with this content needs. The approval belongs to (act, hash of the facts it covers);
 * where an act needs several, the first that is still missing is asked for.
 */
export function requestApproval(world: World, matter: MatterState, command: ActCommand, id: string): Decision {
  const kind = world.policy.kinds[matter.kind];
  const act = kind && own(kind.acts, command.act);
  if (!kind || !act || command.actor.is === 'system') return { refused: [], wrong: [{ path: 'act', message: { zh: '没有这一种办理', en: 'there is no such act' } }] };
  const attempt = attemptOf(world, kind, act, matter, command);
  const over = refusalsOf(attempt).filter((each) => each.kind === 'ended');
  if (over.length) return { refused: over, wrong: [] };
  const rule = missingApproval(attempt);
  if (!rule) return { refused: [], wrong: [{ path: 'act', message: { zh: `「${act.title}」按这些内容不需要批准，或已经批准`, en: `“${act.title}” with this content needs no approval, or has it` } }] };
  const facts = coveredFacts(attempt, rule);
  if (matter.approvals.some((each) => each.approval === rule.id && each.act === act.id && each.status === 'pending' && each.covers === hashOf(facts))) {
    return { refused: [], wrong: [{ path: 'act', message: { zh: '同样内容的批准已在办理中', en: 'the same approval is already being decided' } }] };
  }
  const draft = draftOf(world, kind, withoutUndo(matter));
  const applicant = command.actor.person;
  const steps = stepsOf(draft, rule, applicant);
  const seq = say(draft, { type: 'approval-requested', act: act.id, actor: command.actor, occurredAt: command.occurredAt, body: { approval: id, rule: rule.id, clause: rule.source.clause, facts, steps: steps.map(({ bearers, gives, insteadOf }) => ({ bearers, gives, ...(insteadOf ? { insteadOf } : {}) })) }, words: wordsOf(command) });
  const approval: ApprovalState = { id, approval: rule.id, act: act.id, covers: hashOf(facts), applicant, status: 'pending', steps, seq, facts, given: { fields: command.fields, facts: command.facts } };
  draft.matter = { ...draft.matter, approvals: [...draft.matter.approvals, approval] };
  oweSteps(draft, approval, rule, command.occurredAt);
  addToEvent(draft, 'obligations', changesBetween(matter.obligations, draft.matter.obligations));
  return decided(draft);
}

/** Why it is asked for: free text, which can be erased. */
function wordsOf({ fields }: ActCommand): Record<string, string> {
  return { ...(fields.text ? { text: fields.text } : {}), ...(fields.reason ? { reason: fields.reason } : {}) };
}

/** The first approval that a guard of this act asks for and that was not given to this content. */
function missingApproval(attempt: Attempt): ApprovalRule | undefined {
  const { world, kind, matter, act, proposed } = attempt;
  const scope = scopeOf(world, kind, matter, proposed);
  for (const guard of Object.values(world.policy.guards)) {
    if (guard.of !== kind.id || !guard.acts.includes(act.id) || (guard.when && evaluate(guard.when.tree, scope) !== true)) continue;
    const row = guard.rows.find((each) => each.when === null || evaluate(each.when.tree, scope) === true);
    const rule = row?.approval ? world.policy.approvals[row.approval] : undefined;
    if (rule && !approvalGiven(attempt, rule)) return rule;
  }
  return undefined;
}
