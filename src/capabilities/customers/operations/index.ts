import { z } from 'zod';
import { withReadScope } from '#platform/db/index.ts';
import { changing } from '#platform/idempotency/index.ts';
import { operation } from '#platform/operations/index.ts';
import { postErase } from './erase.ts';
import { customerFilter, customerJson, warrantyBody } from '../contract.ts';
import { customersByPhone, customersLike, latestCustomers } from '../server/finding.ts';
import { addWarranty } from '../server/warranties.ts';

const PAGE = 20;

export const listCustomers = operation({
  method: 'GET', path: '/api/customers', summary: { zh: '查找客户', en: 'Find customers' }, access: { is: 'right', right: 'work' }, query: customerFilter,
  answer: z.object({ items: z.array(customerJson), next: z.null() }),
  async handle({ actor, input: { query }, context }) {
    const { phone, search, limit = PAGE } = query;
    const items = await withReadScope(context.db, actor, async (scope) => {
      if (phone !== undefined) return customersByPhone(scope, phone, limit);
      return search === undefined ? latestCustomers(scope, limit) : customersLike(scope, search, limit);
    });
    return { items, next: null };
  },
});

export const postWarranty = changing({
  method: 'POST', path: '/api/customers/{id}/warranties', summary: { zh: '登记保修', en: 'Write down a warranty' }, access: { is: 'right', right: 'work' }, params: z.strictObject({ id: z.uuid() }),
  body: warrantyBody, answer: z.undefined(), status: 204,
  async change(scope, { input, context }) {
    await addWarranty(scope, input.params.id, input.body, context.clock.now());
    return undefined;
  },
});

/** Everything that can be asked of customers over HTTP. */
export const customerOperations = [listCustomers, postWarranty, postErase] as const;
