import { z } from 'zod';
import { withReadScope } from '#platform/db/index.ts';
import { operation } from '#platform/operations/index.ts';
import { postErase } from './erase.ts';
import { fileOperations } from './file.ts';
import { thingOperations } from './things.ts';
import { customerFilter, customerJson } from '../contract.ts';
import { projectsOf } from '../server/projects.ts';
import { customersFor } from '../server/readable.ts';

const PAGE = 20;

export const listCustomers = operation({
  method: 'GET', path: '/api/customers', summary: { zh: '查找客户', en: 'Find customers' }, access: { is: 'right', right: 'work' }, query: customerFilter,
  answer: z.object({ items: z.array(customerJson), next: z.null() }),
  async handle({ actor, input: { query }, context }) {
    const { phone, search, limit = PAGE } = query;
    return { items: await withReadScope(context.db, actor, (scope) => customersFor(context, scope, { phone, search }, limit)), next: null };
  },
});

export const listProjects = operation({
  method: 'GET', path: '/api/projects', summary: { zh: '项目、门店、片区', en: 'Communities, branches or areas' }, access: { is: 'right', right: 'work' }, answer: z.object({ items: z.array(z.string()) }),
  handle: async ({ actor, context }) => ({ items: await withReadScope(context.db, actor, projectsOf) }),
});

/** Everything that can be asked of customers over HTTP. */
export const customerOperations = [listCustomers, listProjects, ...fileOperations, ...thingOperations, postErase] as const;
