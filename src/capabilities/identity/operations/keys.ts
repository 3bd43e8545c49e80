import { z } from 'zod';
import { withReadScope } from '#platform/db/index.ts';
import { changing } from '#platform/idempotency/index.ts';
import { operation } from '#platform/operations/index.ts';
import { keyBody, keyJson, keysAnswer, newKey } from '../contract.ts';
import { toldOnce } from '../rules/told-once.ts';
import { keysFor, makeKey, revokeKey } from '../server/keys.ts';

export const listKeys = operation({
  method: 'GET',
  path: '/api/keys',
  summary: { zh: '接口密钥列表', en: 'List keys of programs' },
  access: { is: 'signed-in' },
  answer: keysAnswer,
  handle: async ({ actor, context }) => ({ items: await withReadScope(context.db, actor, keysFor), next: null }),
});

export const postKey = changing({
  method: 'POST',
  path: '/api/keys',
  summary: { zh: '新建接口密钥', en: 'Make a key for a program' },
  access: { is: 'signed-in' },
  body: keyBody,
  answer: newKey,
  status: 201,
  async change(scope, { input: { body }, context }) {
    const made = await makeKey(scope, body, context.clock.now());
    await context.identity.record(scope, made.person, 'person', 'key-made', { key: made.id, name: made.name }, {});
    return made;
  },
  withoutSecret: ({ key: _key, ...made }, language) => ({ ...made, note: toldOnce.key[language] }),
});

export const postKeyRevoke = changing({
  method: 'POST',
  path: '/api/keys/{id}/revoke',
  summary: { zh: '停用接口密钥', en: 'Revoke a key' },
  access: { is: 'signed-in' },
  params: z.strictObject({ id: z.uuid() }),
  answer: keyJson,
  async change(scope, { input: { params }, context }) {
    scope.onCommit(() => context.identity.forget(scope.tenant));
    const revoked = await revokeKey(scope, params.id, context.clock.now());
    await context.identity.record(scope, revoked.person, 'person', 'key-revoked', { key: revoked.id }, {});
    return revoked;
  },
});
