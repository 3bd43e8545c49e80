import { z } from 'zod';
import { withReadScope } from '#platform/db/index.ts';
import { operation, readCursor, writeCursor } from '#platform/operations/index.ts';
import { peopleAnswer, peopleFilter, personBody, personChange, personJson, resetAnswer } from '../contract.ts';
import { addPerson, changePerson, personLeaves, personReturns, resetPassword } from '../server/administer.ts';
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

export const postPerson = operation({
  method: 'POST',
  path: '/api/people',
  summary: { zh: '新增人员', en: 'Add a person' },
  access,
  body: personBody,
  answer: personJson,
  status: 201,
  handle: ({ actor, input: { body }, context }) => addPerson(context, actor, body),
});

export const patchPerson = operation({
  method: 'PATCH',
  path: '/api/people/{id}',
  summary: { zh: '修改人员', en: 'Change a person' },
  access,
  params: onePerson,
  body: personChange,
  answer: personJson,
  handle: ({ actor, input: { params, body }, context }) => changePerson(context, actor, params.id, body),
});

export const postPasswordReset = operation({
  method: 'POST',
  path: '/api/people/{id}/password-reset',
  summary: { zh: '重置密码', en: 'Reset a password' },
  access,
  params: onePerson,
  answer: resetAnswer,
  handle: async ({ actor, input: { params }, context }) => ({ password: await resetPassword(context, actor, params.id) }),
});

export const postLeave = operation({
  method: 'POST',
  path: '/api/people/{id}/leave',
  summary: { zh: '人员离职', en: 'A person leaves' },
  access,
  params: onePerson,
  answer: personJson,
  handle: ({ actor, input: { params }, context }) => personLeaves(context, actor, params.id),
});

export const postReturn = operation({
  method: 'POST',
  path: '/api/people/{id}/return',
  summary: { zh: '人员复职', en: 'A person returns' },
  access,
  params: onePerson,
  answer: personJson,
  handle: ({ actor, input: { params }, context }) => personReturns(context, actor, params.id),
});
