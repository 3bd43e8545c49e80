import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chain, eraseWords, insertEvents, verifyTenant, writeCheckpoint, type CheckpointKey, type Problem } from '../../../src/capabilities/audit/index.ts';
import { uuidv7, withScope } from '../../../src/platform/db/index.ts';
import { testDatabase } from '../../support/index.ts';
import { freshKey, livedCompany } from './history.ts';
import { COLUMNS, flipBit, keep } from './tampering.ts';

const base = await testDatabase();
const { owner, database } = base;
let company: { id: string; slug: string };
let key: CheckpointKey;
let restore: () => Promise<void>;
let events: { stream: string; seq: number }[];

const run = (text: string, values: readonly unknown[] = []): Promise<object[]> => owner({ text, values });
const problems = async (): Promise<readonly Problem[]> => (await verifyTenant(database, company, key.publicKey)).problems;
const kinds = async (): Promise<string[]> => [...new Set((await problems()).map(({ kind }) => kind))].sort();

beforeAll(async () => {
  key = await freshKey();
  const lived = await livedCompany(base);
  company = { id: lived.tenant, slug: lived.slug };
  await writeCheckpoint(database, { tenant: company.id }, { at: Date.UTC(2026, 2, 4), key });
  events = await owner({ text: 'select stream, seq from event order by stream, seq', values: [] });
  restore = await keep(owner);
});
afterEach(() => restore());

/** A matter with at least three events, not the only one. */
const MATTER = `(select id from matter where seq >= 3 order by id limit 1)`;
const OTHER = `(select id from matter where seq >= 3 order by id desc limit 1)`;

describe('a history nobody touched', () => {
  it('verifies, with all its streams and events counted', async () => {
    const verified = await verifyTenant(database, company, key.publicKey);
    expect(verified.problems).toEqual([]);
    expect(verified.events).toBe(events.length);
    expect(verified.events).toBeGreaterThan(150);
    expect(verified.checkpoint).toEqual({ number: 1, at: Date.UTC(2026, 2, 4) });
  });

  it('verifies after the words of a person were erased', async () => {
    const [row] = await owner<{ stream: string }>({ text: 'select stream from event_words limit 1', values: [] });
    expect(await withScope(database, { tenant: company.id }, (scope) => eraseWords(scope, row?.stream ?? ''))).toBeGreaterThan(0);
    expect(await problems()).toEqual([]);
    await run(`update event_words set words = jsonb_build_object('name', null)`);
    expect(await problems()).toEqual([]);
  });

  it('does not verify without the key, nor with another', async () => {
    const other = await freshKey();
    for (const each of [null, other.publicKey]) expect((await verifyTenant(database, company, each)).problems.map(({ kind }) => kind)).toEqual(['checkpoint']);
  });
});

describe('tampering by whoever owns the database', () => {
  const event = `tenant_id = (select tenant_id from event limit 1) and stream = ${MATTER} and seq = 2`;
  const counter = `name = (select name from tenant_counter where name like 'number %' order by last desc limit 1)`;
  const matter = `id = ${MATTER}`;
  it.each([
    ['another body', `update event set body = body || '{"planted": 1}' where ${event}`, 'changed'],
    ['another type', `update event set type = 'reminded' where ${event}`, 'changed'],
    ['another act', `update event set act = 'close' where ${event}`, 'changed'],
    ['another actor', `update event set actor = gen_random_uuid() where ${event}`, 'changed'],
    ['no actor any more', `update event set actor = null where stream = ${MATTER} and seq = 1`, 'changed'],
    ['another time of the act', `update event set occurred_at = occurred_at - interval '1 hour' where ${event}`, 'changed'],
    ['another time of the act by a microsecond', `update event set occurred_at = occurred_at + interval '1 microsecond' where ${event}`, 'changed'],
    ['a time without end', `update event set occurred_at = 'infinity' where ${event}`, 'changed'],
    ['another time of recording', `update event set recorded_at = recorded_at + interval '1 millisecond' where ${event}`, 'changed'],
    ['another policy version', `update event set policy_version = 'x' where ${event}`, 'changed'],
    ['another sort of stream', `update event set "of" = 'person' where ${event}`, 'changed'],
    ['another commitment', `update event set commitments = '{"text": "00"}' where ${event}`, 'changed'],
    ['commitments that are none', `update event set commitments = 'null' where ${event}`, 'changed'],
    ['another hash', `update event set hash = sha256(hash) where ${event}`, 'changed'],
    ['an empty hash', `update event set hash = '' where ${event}`, 'changed'],
    ['an event removed', `delete from event where ${event}`, 'missing'],
    ['the first event removed', `delete from event where stream = ${MATTER} and seq = 1`, 'missing'],
    ['an event moved on', `update event set seq = seq + 100 where stream = ${MATTER} and seq = (select max(seq) from event where stream = ${MATTER})`, 'missing'],
    ['an event put in before the first', `insert into event select tenant_id, stream, 0, "of", type, act, actor, occurred_at, recorded_at, policy_version, body, '{}', hash from event where ${event}`, 'missing'],
    ['an event put in at the end', `insert into event select tenant_id, stream, (select max(seq) + 1 from event where stream = ${MATTER}), "of", type, act, actor, occurred_at, recorded_at, policy_version, body, '{}', hash from event where ${event}`, 'changed'],
    ['an event moved to another matter', `update event set stream = ${OTHER}, seq = 1000 where ${event}`, 'missing'],
    ['a tail cut off', `delete from event where stream = ${MATTER} and seq > 2`, 'cut'],
    ['the whole history of a matter removed', `delete from event where stream = ${MATTER}`, 'without-events'],
    ['a matter removed', `delete from matter where ${matter}`, 'without-matter'],
    ['words changed', `update event_words set words = jsonb_set(words, array[(select k from jsonb_object_keys(words) k limit 1)], '"other"') where words <> '{}' and ctid = (select min(ctid) from event_words)`, 'words'],
    ['words added', `update event_words set words = words || '{"more": "x"}' where ctid = (select min(ctid) from event_words)`, 'words'],
    ['words that are none', `update event_words set words = '[1]' where ctid = (select min(ctid) from event_words)`, 'words'],
    ['another salt', `update event_words set salt = sha256(salt) where ctid = (select min(ctid) from event_words)`, 'words'],
    ['words removed with their row', `delete from event_words where ctid = (select min(ctid) from event_words)`, 'words'],
    ['words without an event', `insert into event_words select tenant_id, stream, 900, words, salt from event_words limit 1`, 'loose-words'],
    ['a counter turned back', `update tenant_counter set last = last - 1 where ${counter}`, 'counter'],
    ['a counter removed', `delete from tenant_counter where ${counter}`, 'counter'],
    ['another number', `update matter set number = number || '9' where ${matter}`, 'row'],
    ['another kind', `update matter set kind = 'suggestion' where ${matter}`, 'row'],
    ['another head', `update matter set head = sha256(head) where ${matter}`, 'row'],
    ['another count of events', `update matter set seq = seq + 1 where ${matter}`, 'row'],
    ['another version', `update matter set version = version + 1 where ${matter}`, 'row'],
    ['a state of another time', `update matter set state = jsonb_set(state, '{seq}', '1') where ${matter}`, 'row'],
    ['no state at all', `update matter set state = '{}' where ${matter}`, 'row'],
    ['another stage in the list', `update matter set stage = 'closed' where ${matter}`, 'projection'],
    ['an obligation called met', `update obligation set status = 'met' where ctid = (select min(ctid) from obligation where status <> 'met')`, 'projection'],
    ['an obligation due later', `update obligation set due_at = due_at + interval '1 day' where due_at is not null and ctid = (select min(ctid) from obligation where due_at is not null)`, 'projection'],
    ['an obligation removed', `delete from obligation where ctid = (select min(ctid) from obligation)`, 'projection'],
    ['a checkpoint’s heads', `update checkpoint set heads = heads - (select k from jsonb_object_keys(heads) k limit 1)`, 'checkpoint'],
    ['a checkpoint’s counters', `update checkpoint set counters = '{}'`, 'checkpoint'],
    ['a checkpoint’s time', `update checkpoint set at = at + interval '1 microsecond'`, 'checkpoint'],
    ['a checkpoint’s count of events', `update checkpoint set events = events + 1`, 'checkpoint'],
    ['a checkpoint’s count of streams', `update checkpoint set streams = streams - 1`, 'checkpoint'],
    ['a checkpoint’s root', `update checkpoint set root = sha256(root)`, 'checkpoint'],
    ['a checkpoint’s number', `update checkpoint set number = 2`, 'checkpoint'],
    ['a checkpoint’s signature', `update checkpoint set signature = set_bit(signature, 9, 1 - get_bit(signature, 9))`, 'checkpoint'],
  ])('finds %s', async (_crime, statement, kind) => {
    expect((await run(`${statement} returning 1`)).length, 'the crime was committed').toBeGreaterThan(0);
    expect(await kinds()).toContain(kind);
  });

  it('says where: company, matter, event, in both languages', async () => {
    await run(`update event set type = 'reminded' where ${event}`);
    const [problem] = await problems();
    const [row] = await owner<{ id: string; number: string }>({ text: `select id, number from matter where ${matter}`, values: [] });
    expect(problem).toMatchObject({ tenant: 'lived', stream: row?.id, number: row?.number, seq: 2, kind: 'changed', level: 'fault' });
    expect(problem?.message).toEqual({ zh: `事项 ${row?.number} 第 2 条：内容或校验码写下之后被改过`, en: `matter ${row?.number} event 2: what it says, or its hash, was changed after it was written` });
  });

  it('finds two events that changed places', async () => {
    await run(`update event e set seq = case seq when 2 then 1003 else 1002 end where stream = ${MATTER} and seq in (2, 3)`);
    await run(`update event set seq = seq - 1000 where stream = ${MATTER} and seq > 1000`);
    expect((await problems()).map(({ seq }) => seq)).toEqual(expect.arrayContaining([2, 3]));
    expect(await kinds()).toContain('changed');
  });

  it('finds a tail cut off together with the matter’s row, by the checkpoint', async () => {
    await run(`delete from event where stream = ${MATTER} and seq > 1`);
    await run(`update matter m set seq = 1, version = 1, head = e.hash, state = state || '{"seq": 1, "version": 1}' from event e where e.stream = m.id and m.id = ${MATTER}`);
    expect(await kinds()).toContain('cut');
  });

  it('finds a whole matter removed with all its rows, and a whole stream', async () => {
    const [row] = await owner<{ id: string }>({ text: `select ${MATTER} as id`, values: [] });
    for (const statement of ['delete from event where stream = $1', 'delete from event_words where stream = $1', 'delete from obligation where matter_id = $1', 'delete from matter where id = $1']) await run(statement, [row?.id]);
    expect(await problems()).toMatchObject([{ kind: 'removed', stream: row?.id }]);
    await restore();
    await run(`delete from event where "of" = 'policy'`);
    expect(await kinds()).toContain('removed');
  });

  it('finds a history written anew from end to end, by the checkpoint', async () => {
    const [first] = await owner<{ stream: string }>({ text: `select stream from event where "of" = 'policy' order by stream limit 1`, values: [] });
    const stream = first?.stream ?? '';
    await run('delete from event where stream = $1', [stream]);
    await run('delete from event_words where stream = $1', [stream]);
    const { rows } = chain({ tenant: company.id, stream, of: 'policy', policyVersion: null, head: null }, [1, 2, 3, 4, 5, 6].map((seq) => ({ seq, type: 'changed', act: null, actor: null, occurredAt: 5, recordedAt: 5, body: {}, words: {} })));
    for (const { text, values } of insertEvents(company.id, rows)) await run(text, [...values]);
    expect(await problems()).toMatchObject([{ kind: 'rewritten', stream, seq: 5 }]);
  });

  it('lists a thousand problems and counts the rest', async () => {
    await run(`insert into event_words select w.tenant_id, w.stream, 1000 + n, w.words, w.salt from (select * from event_words limit 1) w, generate_series(1, 990) n`);
    await run(`update event set type = 'x'`);
    const all = await problems();
    expect(all).toHaveLength(1_001);
    expect(all.at(-1)).toMatchObject({ kind: 'more' });
  });

  it('finds any flipped bit of any event and its words', async () => {
    const columns = fc.constantFrom(...COLUMNS);
    await fc.assert(fc.asyncProperty(fc.nat(events.length - 1), columns, fc.nat(100_000), async (index, column, bit) => {
      const place = events[index] ?? { stream: uuidv7(), seq: 1 };
      fc.pre(await flipBit(owner, { ...column, ...place }, bit));
      try {
        expect((await problems()).length).toBeGreaterThan(0);
      } finally {
        await restore();
      }
    }), { numRuns: 40, maxSkipsPerRun: 1_000 });
  }, 120_000);
});
