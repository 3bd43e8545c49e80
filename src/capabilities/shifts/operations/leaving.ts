import { handOverAnswer, handOverBody, holdingsJson } from '#capabilities/identity/contract.ts';
import { operation } from '#platform/operations/index.ts';
import { byId } from '../contract.ts';
import { holdings } from '../server/holdings.ts';
import { handOver } from '../server/leaving.ts';

const access = { is: 'administrator' } as const;

export const readHoldings = operation({
  method: 'GET', path: '/api/people/{id}/holdings', summary: { zh: '离职前手上有什么', en: 'What lies on somebody before he leaves' }, access, params: byId, answer: holdingsJson,
  handle: ({ actor, input: { params }, context }) => holdings(context, actor, params.id),
});

export const postHandOver = operation({
  method: 'POST', path: '/api/people/{id}/hand-over', summary: { zh: '全部移交并停用', en: 'Hand everything over and leave' }, access, params: byId, body: handOverBody, answer: handOverAnswer, repeated: 'kept',
  handle: ({ actor, input: { params, body }, request, context }) => handOver(context, actor, params.id, body, request),
});

export const leavingOperations = [readHoldings, postHandOver] as const;
