import { z } from 'zod';
import { withReadScope } from '#platform/db/index.ts';
import { changing } from '#platform/idempotency/index.ts';
import { operation, readCursor, writeCursor } from '#platform/operations/index.ts';
import { peopleAnswer, peopleFilter, personBody, personChange, personJson, resetAnswer } from '../contract.ts';
import { addPerson, changePerson, givePassword, personLeaves, personReturns } from '../server/administer.ts';
import { requireStrong } from '../server/change-password.ts';
import { oneTimePassword } from '../server/passwords.ts';
import { toldOnce } from '../rules/told-once.ts';
import { peopleLike } from '../server/people.ts';

const PAGE = 100;
const onePerson = z.strictObject({ id: z.uuid() });
const access = { is: 'administrator' } as const;

export const listPeople = operation({
  method: 'GET',
  path: '/api/people',
  summary: { zh: '人员列表', en: 'List people' },
  access,
  query: peopleFilter,
  answer: peopleAnswer,
  async handle({ actor, input: { query }, context }) {
    const { search, left, limit = PAGE } = query;
    const after = readCursor(query)?.[0];
    const filter = { search, left: left === 'true', after: after === undefined ? undefined : String(after), limit: limit + 1 };
    const found = await withReadScope(context.db, actor, (scope) => peopleLike(scope, filter));
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return { items, next: found.length > limit && last ? writeCursor(query, [last.username]) : null };
  },
});

export const postPerson = changing({
  method: 'POST',
  path: '/api/people',
  summary: { zh: '新增人员', en: 'Add a person' },
  access,
  body: personBody,
  answer: personJson,
  status: 201,
  secrets: ['password'],
  before: async ({ actor, input: { body: { password, username } }, context }) => {
    if (password === undefined) return null;
    requireStrong(password, { username, company: actor.slug }, 'password');
    return context.identity.passwords.hash(password);
  },
  change: (scope, { input: { body: { password: _password, ...form } }, context }, passwordHash) => addPerson(scope, context, { ...form, passwordHash }),
});

export const patchPerson = changing({
  method: 'PATCH',
  path: '/api/people/{id}',
  summary: { zh: '修改人员', en: 'Change a person' },
  access,
  params: onePerson,
  body: personChange,
  answer: personJson,
  change: (scope, { input: { params, body }, context }) => changePerson(scope, context, params.id, body),
});

export const postPasswordReset = changing({
  method: 'POST',
  path: '/api/people/{id}/password-reset',
  summary: { zh: '重置密码', en: 'Reset a password' },
  access,
  params: onePerson,
  answer: resetAnswer,
  before: async ({ context }) => {
    const password = oneTimePassword();
    return { password, hash: await context.identity.passwords.hash(password) };
  },
  async change(scope, { input: { params }, context }, { password, hash }) {
    await givePassword(scope, context, params.id, hash);
    return { password };
  },
  withoutSecret: (_answer, language) => ({ note: toldOnce.password[language] }),
});

export const postLeave = changing({
  method: 'POST',
  path: '/api/people/{id}/leave',
  summary: { zh: '人员离职', en: 'A person leaves' },
  access,
  params: onePerson,
  answer: personJson,
  change: (scope, { input: { params }, context }) => personLeaves(scope, context, params.id),
});

export const postReturn = changing({
  method: 'POST',
  path: '/api/people/{id}/return',
  summary: { zh: '人员复职', en: 'A person returns' },
  access,
  params: onePerson,
  answer: personJson,
  change: (scope, { input: { params }, context }) => personReturns(scope, context, params.id),
});
