import { z } from 'zod';
import { customerCard as cardShape } from '#capabilities/customers/contract.ts';
import { operation } from '#platform/operations/index.ts';
import { aheadAnswer, aheadFilter, deskAnswer, deskFilter, deskRow } from '../contract.ts';
import { lookAhead } from '../server/ahead.ts';
import { customerCard } from '../server/customer-card.ts';
import { desk, revisits } from '../server/desk.ts';
import { listSimilar, postForecast, postIntake } from './intake.ts';

const work = { is: 'right', right: 'work' } as const;

export const readDesk = operation({
  method: 'GET', path: '/api/desk', summary: { zh: '我的待办', en: 'My desk' }, access: work, query: deskFilter, answer: deskAnswer,
  handle: ({ actor, input, context }) => desk(context, actor, input.query),
});

export const readAhead = operation({
  method: 'GET', path: '/api/desk/ahead', summary: { zh: '看以后：没人办会怎样', en: 'Look ahead: what happens if nobody acts' }, access: work, query: aheadFilter, answer: aheadAnswer,
  handle: ({ actor, input, context }) => lookAhead(context, actor, input.query.until),
});

export const readRevisits = operation({
  method: 'GET', path: '/api/desk/revisits', summary: { zh: '今日回访', en: 'Today’s revisits' }, access: work, query: z.strictObject({ project: z.string().max(60).optional() }), answer: z.object({ items: z.array(deskRow) }),
  handle: async ({ actor, input, context }) => ({ items: await revisits(context, actor, input.query.project || null) }),
});

export const readCustomer = operation({
  method: 'GET', path: '/api/customers/{id}', summary: { zh: '查看客户', en: 'Read a customer' }, access: work, params: z.strictObject({ id: z.uuid() }), answer: cardShape,
  handle: ({ actor, input, context }) => customerCard(context, actor, input.params.id),
});

/** Everything that can be asked of the desk over HTTP: what somebody has to do, and who calls. */
export const deskOperations = [readDesk, readAhead, readRevisits, readCustomer, listSimilar, postForecast, postIntake] as const;
