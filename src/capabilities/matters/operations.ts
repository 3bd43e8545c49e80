import { z } from 'zod';
import { TAKE_WORK } from '#engine';
import { withReadScope } from '#platform/db/index.ts';
import { answered, Answered, missing, operation, wrong } from '#platform/operations/index.ts';
import {
  actAnswer, actBody, approvalAnswer, approvalBody, decisionBody, eventJson, becauseJson, explanationJson, matterCount, matterFilter, matterJson, matterRow, obligationFilter, obligationRow, possibleAct, receiveBody, refusalRow, uuid, whyAsked, type ActBody,
} from './contract.ts';
import { act, askApproval, giveApproval } from './server/act.ts';
import { countMatters, listMatters, listObligations, listRefusals } from './server/lists.ts';
import { readEvents, readBecause, readExplanation, readMatter, readPossibleActs, reading } from './server/read.ts';
import { lastReasons } from './server/reasons.ts';
import { receive } from './server/receive.ts';

const work = { is: 'right', right: 'work' } as const;
const byId = z.strictObject({ id: uuid });
const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });
const paging = { cursor: z.string().max(600).optional(), limit: z.coerce.number().int().min(1).max(200).optional() };

const APPROVAL = 'select matter_id from approval where tenant_id = $1 and id = $2';

/** That an alarm is taken care of is said by taking its notice (`POST /api/notices/{id}/take`): whoever has none has none to take. @throws Failure 422 */
function withoutAlarm(body: ActBody): ActBody {
  if (body.act !== TAKE_WORK || body.fields?.['alarm'] === undefined) return body;
  throw wrong([{ path: ['body', 'fields', 'alarm'], message: { zh: '警报请在通知上接：按警报上的「我来处理」', en: 'Take an alarm by its notice' } }]);
}

/** Everything that can be asked of matters over HTTP. */
export const matterOperations = [
  operation({
    method: 'POST', path: '/api/matters', summary: { zh: '登记事项', en: 'Receive a matter' }, access: work, body: receiveBody, answer: matterJson, status: 201, dry: true, repeated: 'kept',
    async handle({ actor, input, request, context }) {
      const answer = await receive(context, actor, input.body, request);
      return request.dry && !(answer instanceof Answered) ? answered(answer, { status: 200 }) : answer;
    },
  }),
  operation({
    method: 'GET', path: '/api/matters', summary: { zh: '事项列表', en: 'List matters' }, access: work, query: matterFilter, answer: page(matterRow),
    handle: ({ actor, input, context }) => listMatters(context, actor, input.query),
  }),
  operation({
    method: 'GET', path: '/api/matters/count', summary: { zh: '符合条件的事项有多少', en: 'How many matters a filter finds' }, access: work, query: matterFilter, answer: matterCount,
    handle: ({ actor, input, context }) => countMatters(context, actor, input.query),
  }),
  operation({
    method: 'GET', path: '/api/matters/{id}', summary: { zh: '查看事项', en: 'Read a matter' }, access: work, params: byId, answer: matterJson,
    handle: ({ actor, input, context }) => readMatter(context, actor, input.params.id),
  }),
  operation({
    method: 'GET', path: '/api/matters/{id}/acts', summary: { zh: '现在能办什么', en: 'What can be done now' }, access: work, params: byId, answer: z.array(possibleAct),
    handle: ({ actor, input, context }) => readPossibleActs(context, actor, input.params.id),
  }),
  operation({
    method: 'POST', path: '/api/matters/{id}/acts', summary: { zh: '办理', en: 'Do an act' }, access: work, params: byId, body: actBody, answer: actAnswer, dry: true, repeated: 'kept',
    handle: ({ actor, input, request, context }) => act(context, actor, input.params.id, withoutAlarm(input.body), request),
  }),
  operation({
    method: 'GET', path: '/api/matters/{id}/events', summary: { zh: '时间线', en: 'The timeline' }, access: work, params: byId, query: z.strictObject({ after: z.coerce.number().int().min(0).optional() }), answer: page(eventJson),
    handle: ({ actor, input, context }) => reading(context, actor, input.params.id, async (gathered, scope) => {
      const items = await readEvents(scope, gathered, input.query.after ?? 0, actor.language);
      const last = items.at(-1);
      return { items, next: last && last.seq < gathered.row.seq ? String(last.seq) : null };
    }),
  }),
  operation({
    method: 'POST', path: '/api/matters/{id}/approvals', summary: { zh: '申请批准', en: 'Ask for approval' }, access: work, params: byId, body: approvalBody, answer: approvalAnswer, status: 201, repeated: 'kept',
    async handle({ actor, input, request, context }) {
      const { answer, approval } = await askApproval(context, actor, input.params.id, input.body, request);
      return { id: approval, steps: answer.matter.approvals.find((each) => each.id === approval)?.steps ?? [] };
    },
  }),
  operation({
    method: 'POST', path: '/api/approvals/{id}/decision', summary: { zh: '审批', en: 'Decide an approval' }, access: work, params: byId, body: decisionBody, answer: actAnswer, repeated: 'kept',
    async handle({ actor, input, request, context }) {
      const row = await withReadScope(context.db, actor, async (scope) => (await scope.run<{ matter_id: string }>({ name: 'approval-matter', text: APPROVAL, values: [scope.tenant, input.params.id] })).rows[0]);
      if (!row) throw missing();
      return giveApproval(context, actor, row.matter_id, input.params.id, input.body, request);
    },
  }),
  operation({
    method: 'GET', path: '/api/obligations', summary: { zh: '待办与时限', en: 'Obligations' }, access: work, query: obligationFilter, answer: page(obligationRow),
    handle: ({ actor, input, context }) => listObligations(context, actor, input.query),
  }),
  operation({
    method: 'GET', path: '/api/obligations/{id}/explanation', summary: { zh: '依据', en: 'Why, and why then' }, access: work,
    params: z.strictObject({ id: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-\d{1,6}$/) }), answer: explanationJson,
    handle: ({ actor, input, context }) => readExplanation(context, actor, input.params.id),
  }),
  operation({
    method: 'GET', path: '/api/matters/{id}/why', summary: { zh: '级别、经办、审批人的依据', en: 'Why this severity, handler or approver' }, access: work, params: byId, query: whyAsked, answer: becauseJson,
    handle: ({ actor, input, context }) => readBecause(context, actor, input.params.id, input.query),
  }),
  operation({
    method: 'GET', path: '/api/reasons', summary: { zh: '常用原因', en: 'Reasons given lately' }, access: work, query: z.strictObject({ act: z.string().min(1).max(80) }), answer: z.object({ items: z.array(z.string()) }),
    handle: ({ actor, input, context }) => lastReasons(context, actor, input.query.act),
  }),
  operation({
    method: 'GET', path: '/api/refusals', summary: { zh: '拒绝记录', en: 'The refusal register' }, access: { is: 'right', right: 'oversee' },
    query: z.strictObject({ matter: uuid.optional(), ...paging }), answer: page(refusalRow),
    handle: ({ actor, input, context }) => listRefusals(context, actor, input.query),
  }),
] as const;
