import { operation } from '#platform/operations/index.ts';
import { drillAnswer, drillFilter, dutiesAnswer, recordAnswer, recordFilter } from './contract.ts';
import { drill } from './server/drill.ts';
import { ownDuties } from './server/own.ts';
import { ownRecord } from './server/record.ts';

const work = { is: 'right', right: 'work' } as const;

/** Everything that can be asked of duties over HTTP; each reads one's own record only. */
export const dutyOperations = [
  operation({
    method: 'GET', path: '/api/duties', summary: { zh: '我的职责', en: 'My duties' }, access: work, answer: dutiesAnswer,
    handle: ({ actor, context }) => ownDuties(context, actor),
  }),
  operation({
    method: 'GET', path: '/api/duties/record', summary: { zh: '我的办理记录', en: 'How I kept a duty' }, access: work, query: recordFilter, answer: recordAnswer,
    handle: ({ actor, input, context }) => ownRecord(context, actor, input.query),
  }),
  operation({
    method: 'GET', path: '/api/drill', summary: { zh: '应急演练', en: 'Emergency drill: who would be called' }, access: { is: 'right', right: 'read-policy' }, query: drillFilter, answer: drillAnswer,
    handle: ({ actor, input, context }) => drill(context, actor, input.query),
  }),
] as const;
