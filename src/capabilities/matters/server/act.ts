import { decideAct, decideApproval, requestApproval, type ApprovalDecisionWord } from '#engine';
import { uuidv7 } from '#platform/db/index.ts';
import type { Actor, Answered, Request } from '#platform/operations/index.ts';
import type { ActAnswer, ActBody } from '../contract.ts';
import { change } from './change.ts';
import { commandOf } from './command.ts';
import type { MattersContext } from './context.ts';
import { correctionOf } from './corrected.ts';

/** Does an act (`POST /api/matters/{id}/acts`). */
export function act(context: MattersContext, actor: Actor, id: string, body: ActBody, request: Request): Promise<ActAnswer | Answered<ActAnswer>> {
  const asked = { method: 'POST', path: `/api/matters/${id}/acts`, body, act: body.act, version: body.version };
  return change(context, actor, id, request, { ...asked, lookUp: (scope) => correctionOf(context, scope, body) }, (gathered, matter, prepared, other) => {
    const command = commandOf(gathered, actor, prepared?.body ?? body, other);
    return 'wrong' in command ? command : decideAct(gathered.world, matter, command);
  });
}

/** Asks for the approval an act needs (`POST /api/matters/{id}/approvals`). */
export async function askApproval(context: MattersContext, actor: Actor, id: string, body: { act: string; fields?: Record<string, unknown> | undefined }, request: Request): Promise<{ answer: ActAnswer; approval: string }> {
  const approval = uuidv7();
  const answer = await change(context, actor, id, request, { method: 'POST', path: `/api/matters/${id}/approvals`, body, act: body.act }, (gathered, matter) => {
    const command = commandOf(gathered, actor, { act: body.act, fields: body.fields });
    return 'wrong' in command ? command : requestApproval(gathered.world, matter, command, approval);
  });
  const done = 'beside' in answer ? answer.answer : answer;
  return { answer: done, approval: done.matter.approvals.at(-1)?.id ?? approval };
}

/** Gives, refuses or hands back one step of an approval (`POST /api/approvals/{id}/decision`). */
export function giveApproval(context: MattersContext, actor: Actor, matterId: string, approval: string, body: { decision: ApprovalDecisionWord; opinion?: string | undefined }, request: Request): Promise<ActAnswer | Answered<ActAnswer>> {
  return change(context, actor, matterId, request, { method: 'POST', path: `/api/approvals/${approval}/decision`, body, act: 'approve' }, (gathered, matter) =>
    decideApproval(gathered.world, matter, { id: approval, actor, decision: body.decision, opinion: body.opinion ?? null, at: gathered.around.now }));
}
