import { z } from 'zod';
import { changing } from '#platform/idempotency/index.ts';
import { eraseAnswer, eraseBody } from '../contract.ts';
import { eraseCustomer } from '../server/erase.ts';

export const postErase = changing({
  method: 'POST', path: '/api/customers/{id}/erase', summary: { zh: '删除客户资料', en: 'Erase who a customer is' }, access: { is: 'administrator' },
  params: z.strictObject({ id: z.uuid() }), body: eraseBody, answer: eraseAnswer,
  change: (scope, { input: { params, body }, context }) => eraseCustomer(scope, context, params.id, body.reason),
});
