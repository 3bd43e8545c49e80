import { beforeAll, describe, expect, it } from 'vitest';
import { writeCursor } from '../../src/platform/operations/index.ts';
import { arrangeCare, openProduct, testDatabase, type Care } from '../support/index.ts';

/** Names and times that a company's policy does not know, on a matter of its own: each is refused with its place, and nothing is kept. */
const base = await testDatabase();
const product = await openProduct(base);
let care: Care;
beforeAll(async () => {
  care = await arrangeCare(base, product);
});

const INHERITED = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
const placesOf = (reply: { json(): { details?: { issues?: { path: unknown }[] } } }): unknown => reply.json().details?.issues?.map(({ path }) => path);

describe('a name that every object of the language inherits', () => {
  it.each(INHERITED)('is no kind, no act and nothing to approve: %s', async (name) => {
    const { id, version } = (await care.receive()).json();
    const replies = [
      await care.receive({ kind: name, facts: {} }),
      await care.act(id, 'agent', { act: name }),
      await product.ask({ method: 'POST', url: `/api/matters/${id}/approvals`, payload: { act: name } }, care.as('agent')),
    ];
    expect(replies.map((reply) => [reply.statusCode, placesOf(reply)])).toEqual([[422, [['body', 'kind']]], [422, [['body', 'act']]], [422, [['body', 'act']]]]);
    expect((await care.read(`/api/matters/${id}`)).json()).toMatchObject({ version });
  });
});

describe('a time so far away that no calendar tells whether it was open', () => {
  it.each(['1990-01-01T00:00:00Z', '2013-06-01T09:00:00+08:00', '2099-12-31T00:00:00Z'])('is named when a limit would count from it: %s', async (at) => {
    const before = (await care.read('/api/matters?limit=200')).json().items.length;
    const reply = await care.receive({ facts: { severity: 'minor', customer_wants_by: at } });
    expect([reply.statusCode, placesOf(reply)]).toEqual([422, [['body', 'facts', 'customer_wants_by']]]);
    expect((await care.read('/api/matters?limit=200')).json().items).toHaveLength(before);

    const { id } = (await care.receive({ facts: { severity: 'major' } })).json();
    await care.act(id, 'agent', { act: 'forward', fields: { to: 'engineering' } });
    const target = await care.act(id, 'engineer', { act: 'set-target', fields: { resolve_by: at } });
    expect([target.statusCode, placesOf(target)]).toEqual([422, [['body', 'fields', 'resolve_by']]]);
  });

  it('is no time of receiving either', async () => {
    const reply = await product.ask({ method: 'POST', url: '/api/matters', payload: { kind: 'complaint', channel: 'phone', content: '门禁坏了', facts: {}, occurredAt: '0001-01-01T00:00:00+08:00', reason: '补录' } }, care.as('cs-manager'));
    expect([reply.statusCode, placesOf(reply)]).toEqual([422, [['body', 'occurredAt']]]);
  });
});

describe('a cursor that fits the filter but not the list', () => {
  const places = { 'nothing': [], 'a user name': ['admin'], 'words': ['x', 'y', 'z'], 'a number beyond time': [1e300, '0190f0e0-0000-7000-8000-000000000000', 1], 'no id': [1, 'x'] };
  it.each(Object.entries(places))('is refused with its place: %s', async (_, place) => {
    const cursor = writeCursor({}, place);
    for (const list of ['/api/matters', '/api/obligations', '/api/refusals']) {
      const reply = await care.read(`${list}?cursor=${cursor}`, 'manager');
      expect([list, reply.statusCode, placesOf(reply)]).toEqual([list, 422, [['query', 'cursor']]]);
    }
  });
});

describe('words that nobody can see', () => {
  it.each([' ', '\n', '\u200b', '\u3000'])('are neither a content nor a name: %j', async (blank) => {
    expect(placesOf(await care.receive({ content: blank }))).toEqual([['body', 'content']]);
    const unnamed = await care.receive({ customer: { name: blank } });
    expect([unnamed.statusCode, placesOf(unnamed)]).toEqual([422, [['body', 'customer', 'name']]]);
  });

  it('and a unit that does not exist is named where it was sent', async () => {
    expect(placesOf(await care.receive({ unit: 'nowhere' }))).toEqual([['body', 'unit']]);
  });
});
