import { operation } from '#platform/operations/index.ts';
import { healthDetails } from './contract.ts';
import { sentencesOf } from './rules/sentences.ts';
import { diagnosis } from './server/diagnosis.ts';
import { figuresOf } from './server/figures.ts';

const access = { is: 'administrator' } as const;

/** How the system is, in words, for whoever looks after it. */
export const healthOperations = [
  operation({
    method: 'GET', path: '/api/health/details', summary: { zh: '系统健康', en: 'System health' }, access, answer: healthDetails,
    async handle({ actor, context }) {
      const figures = await figuresOf(context, actor);
      return { now: context.clock.now(), items: sentencesOf(figures).map((sentence) => ({ ...sentence })) };
    },
  }),
  operation({
    method: 'GET', path: '/api/health/diagnosis', summary: { zh: '诊断包', en: 'Diagnosis' }, access, answer: 'file',
    handle: ({ actor, context }) => diagnosis(context, actor),
  }),
] as const;
