import { z } from 'zod';
import { customerCard as cardShape } from '#capabilities/customers/contract.ts';
import { operation } from '#platform/operations/index.ts';
import { deskAnswer, deskFilter } from '../contract.ts';
import { customerCard } from '../server/customer-card.ts';
import { desk } from '../server/desk.ts';

const work = { is: 'right', right: 'work' } as const;

export const readDesk = operation({
  method: 'GET', path: '/api/desk', summary: { zh: '我的待办', en: 'My desk' }, access: work, query: deskFilter, answer: deskAnswer,
  handle: ({ actor, input, context }) => desk(context, actor, input.query),
});

export const readCustomer = operation({
  method: 'GET', path: '/api/customers/{id}', summary: { zh: '查看客户', en: 'Read a customer' }, access: work, params: z.strictObject({ id: z.uuid() }), answer: cardShape,
  handle: ({ actor, input, context }) => customerCard(context, actor, input.params.id),
});

/** Everything that can be asked of the desk over HTTP: what somebody has to do, and who calls. */
export const deskOperations = [readDesk, readCustomer] as const;
