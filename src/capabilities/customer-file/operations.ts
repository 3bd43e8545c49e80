import { z } from 'zod';
import { operation } from '#platform/operations/index.ts';
import { dealingsAnswer, dealingsFilter } from './contract.ts';
import { dealingsWith } from './server/dealings.ts';

/** Everything that can be asked of a customer's file over HTTP, beside his card and his matters. */
export const customerFileOperations = [
  operation({
    method: 'GET', path: '/api/customers/{id}/dealings', summary: { zh: '客户往来', en: 'Dealings with a customer' }, access: { is: 'right', right: 'work' },
    params: z.strictObject({ id: z.uuid() }), query: dealingsFilter, answer: dealingsAnswer,
    handle: ({ actor, input, context }) => dealingsWith(context, actor, input.params.id, input.query),
  }),
] as const;
