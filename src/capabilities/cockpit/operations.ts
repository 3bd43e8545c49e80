import { z } from 'zod';
import { operation } from '#platform/operations/index.ts';
import { cockpitAnswer } from './contract.ts';
import { readCockpit } from './server/read.ts';

/** Everything that can be asked of the cockpit over HTTP. */
export const cockpitOperations = [
  operation({
    method: 'GET', path: '/api/cockpit', summary: { zh: '经理台', en: 'How the department stands' }, access: { is: 'right', right: 'oversee' }, query: z.strictObject({ project: z.string().max(60).optional() }), answer: cockpitAnswer,
    handle: ({ actor, input, context }) => readCockpit(context, actor, input.query.project || null),
  }),
] as const;
