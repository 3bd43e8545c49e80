import { z } from 'zod';
import { withReadScope } from '#platform/db/index.ts';
import { changing } from '#platform/idempotency/index.ts';
import { operation } from '#platform/operations/index.ts';
import { changeJson, detailsBody, duplicateJson, keyBody, mergeBody, mergeJson, thingAnswer } from '../contract.ts';
import { changeDetails, markCustomer } from '../server/details.ts';
import { customerToRead } from '../server/readable.ts';
import { duplicatesOf } from '../server/duplicates.ts';
import { historyOf } from '../server/history.ts';
import { maskedCustomer } from '../server/masking.ts';
import { mergeCustomers, undoMerge } from '../server/merge.ts';

const work = { is: 'right', right: 'work' } as const;
/** Who is a key customer, and which files are one, is decided by those who oversee. */
const oversee = { is: 'right', right: 'oversee' } as const;
const params = z.strictObject({ id: z.uuid() });

/** A customer's own page: who he is, the mark of a key customer, what looks like the same person. */
export const fileOperations = [
  changing({
    method: 'PUT', path: '/api/customers/{id}', summary: { zh: '更改客户资料', en: 'Change who a customer is' }, access: work, params, body: detailsBody, answer: z.undefined(), status: 204,
    async change(scope, { input, context }) {
      await customerToRead(context, scope, input.params.id);
      await changeDetails(scope, context, input.params.id, input.body);
      return undefined;
    },
  }),
  changing({
    method: 'PUT', path: '/api/customers/{id}/key', summary: { zh: '标为重点客户', en: 'Mark a key customer' }, access: oversee, params, body: keyBody, answer: z.undefined(), status: 204,
    async change(scope, { input, context }) {
      await markCustomer(scope, input.params.id, input.body.key, context.clock.now());
      return undefined;
    },
  }),
  operation({
    method: 'GET', path: '/api/customers/{id}/history', summary: { zh: '档案变更记录', en: 'Changes of a customer’s file' }, access: work, params, answer: z.object({ items: z.array(changeJson) }),
    handle: async ({ actor, input, context }) => ({ items: await withReadScope(context.db, actor, (scope) => historyOf(context, scope, input.params.id)) }),
  }),
  operation({
    method: 'GET', path: '/api/customers/{id}/duplicates', summary: { zh: '可能是同一位客户', en: 'Who may be the same customer' }, access: work, params, answer: z.object({ items: z.array(duplicateJson), merges: z.array(mergeJson) }),
    handle: ({ actor, input, context }) => withReadScope(context.db, actor, async (scope) => {
      const { items, merges } = await duplicatesOf(context, scope, input.params.id);
      return { items: (await context.seesPersonal(scope)) ? items : items.map(maskedCustomer), merges };
    }),
  }),
  changing({
    method: 'POST', path: '/api/customers/{id}/merges', summary: { zh: '合并客户', en: 'Make one file of two' }, access: oversee, params, body: mergeBody, answer: thingAnswer, status: 201,
    change: (scope, { input, context }) => mergeCustomers(scope, context, input.params.id, input.body.from, input.body.reason),
  }),
  changing({
    method: 'POST', path: '/api/customers/{id}/merges/{merge}/undo', summary: { zh: '撤销合并', en: 'Take two files apart again' }, access: oversee, params: z.strictObject({ id: z.uuid(), merge: z.uuid() }), answer: thingAnswer,
    change: (scope, { input, context }) => undoMerge(scope, context, input.params.id, input.params.merge),
  }),
] as const;
