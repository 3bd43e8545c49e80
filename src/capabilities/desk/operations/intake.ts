import { z } from 'zod';
import { forecastIntake, saveIntake, similarMatters } from '#capabilities/matters/index.ts';
import { operation } from '#platform/operations/index.ts';
import { intakeAnswer, intakeBody, intakeForecast, similarFilter, similarMatter } from '../../matters/contract.ts';

const work = { is: 'right', right: 'work' } as const;

export const postIntake = operation({
  method: 'POST', path: '/api/intake', summary: { zh: '登记并转办或当场办结', en: 'Receive, and forward or answer at once' }, access: work, body: intakeBody, answer: intakeAnswer, status: 201,
  // Receipt and acts keep their answers one by one, each in its own transaction.
  repeated: 'kept',
  handle: ({ actor, input, request, context }) => saveIntake(context, actor, input.body, request),
});

export const postForecast = operation({
  method: 'POST', path: '/api/intake/forecast', summary: { zh: '保存后会发生什么', en: 'What saving would do' }, access: work, body: intakeBody, answer: intakeForecast,
  repeated: { never: 'it writes nothing: what would follow is told anew each time' },
  handle: ({ actor, input, context }) => forecastIntake(context, actor, input.body),
});

export const listSimilar = operation({
  method: 'GET', path: '/api/matters/similar', summary: { zh: '像是同一件的事项', en: 'Matters that look like the same' }, access: work, query: similarFilter, answer: z.object({ items: z.array(similarMatter) }),
  handle: async ({ actor, input, context }) => ({ items: await similarMatters(context, actor, input.query) }),
});
