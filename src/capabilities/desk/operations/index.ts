import { operation } from '#platform/operations/index.ts';
import { deskAnswer, deskFilter } from '../contract.ts';
import { desk } from '../server/desk.ts';

export const readDesk = operation({
  method: 'GET', path: '/api/desk', summary: { zh: '我的待办', en: 'My desk' }, access: { is: 'right', right: 'work' }, query: deskFilter, answer: deskAnswer,
  handle: ({ actor, input, context }) => desk(context, actor, input.query),
});

/** Everything that can be asked of the desk over HTTP. */
export const deskOperations = [readDesk] as const;
