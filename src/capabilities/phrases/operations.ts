import { z } from 'zod';
import { withReadScope } from '#platform/db/index.ts';
import { changing } from '#platform/idempotency/index.ts';
import { operation } from '#platform/operations/index.ts';
import { phraseBody, phraseChange, phraseJson, phrasesAnswer } from './contract.ts';
import { changePhrase, keepPhrase, phrasesOf, removePhrase } from './server/phrases.ts';

const work = { is: 'right', right: 'work' } as const;
const byId = z.strictObject({ id: z.uuid() });

/** Everything that can be asked of phrases over HTTP. */
export const phraseOperations = [
  operation({
    method: 'GET', path: '/api/phrases', summary: { zh: '常用语', en: 'Phrases' }, access: work, answer: phrasesAnswer,
    handle: ({ actor, context }) => withReadScope(context.db, actor, phrasesOf),
  }),
  changing({
    method: 'POST', path: '/api/phrases', summary: { zh: '添加常用语', en: 'Keep a phrase' }, access: work, body: phraseBody, answer: phraseJson, status: 201,
    change: (scope, { input, context }) => keepPhrase(scope, input.body, context.clock.now()),
  }),
  changing({
    method: 'PATCH', path: '/api/phrases/{id}', summary: { zh: '修改常用语', en: 'Change a phrase' }, access: work, params: byId, body: phraseChange, answer: phraseJson,
    change: (scope, { input, context }) => changePhrase(scope, input.params.id, input.body, context.clock.now()),
  }),
  changing({
    method: 'DELETE', path: '/api/phrases/{id}', summary: { zh: '删除常用语', en: 'Remove a phrase' }, access: work, params: byId, answer: z.undefined(), status: 204,
    async change(scope, { input, context }) {
      await removePhrase(scope, input.params.id, context.clock.now());
      return undefined;
    },
  }),
] as const;
