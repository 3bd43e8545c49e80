import pg from 'pg';
import { uuidv7 } from '#platform/db/index.ts';
import { cpuOf } from './cpu.ts';
import type { BenchCompany } from './company.ts';
import { deskRowsOf } from '#capabilities/matters/index.ts';
import { liver } from './lives.ts';

/**
 * The same rows and indexes as a create writes (customer, matter, events, words, obligations, desks, outbox) by prepared statements
 * on one connection: no HTTP, no policy, no chain. What is counted is the database's CPU; the driver's own is not.
 */
export async function bareCreate(connection: pg.ClientConfig, company: BenchCompany, postmaster: number, count: number): Promise<number> {
  const client = new pg.Client(connection);
  await client.connect();
  const life = liver(company)(uuidv7(), 'TS-B', Date.now(), 0, 0);
  const state = JSON.stringify(life.matter);
  const run = (name: string, text: string, values: unknown[]): Promise<unknown> => client.query({ name, text, values });
  const one = async (n: number): Promise<void> => {
    const id = uuidv7();
    const at = new Date();
    const customer = uuidv7();
    const event = (stream: string, of: string, said: { seq: number; type: string; act: string | null; body: unknown }): Promise<unknown> =>
      run('event', `insert into event (tenant_id, stream, seq, of, type, act, actor, occurred_at, recorded_at, policy_version, body, commitments, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10, '{"content":"00"}', $11)`,
        [company.tenant, stream, said.seq, of, said.type, said.act, company.people['agent'], at, company.version, JSON.stringify(said.body), Buffer.alloc(32)]);
    const words = (stream: string): Promise<unknown> => run('words', 'insert into event_words (tenant_id, stream, seq, words, salt) values ($1, $2, 1, $3, $4)', [company.tenant, stream, '{"content":"门禁坏了"}', Buffer.alloc(16)]);
    await client.query('begin');
    await run('counter', 'insert into tenant_counter as c (tenant_id, name, last) values ($1, $2, 1) on conflict (tenant_id, name) do update set last = c.last + 1 returning last', [company.tenant, 'bare']);
    await run('customer', 'insert into customer (tenant_id, id, name, phone, address, created_at) values ($1, $2, $3, $4, $5, $6)', [company.tenant, customer, '王女士', `139${String(n).padStart(8, '0')}`, '3-2-1201', at]);
    await event(customer, 'customer', { seq: 1, type: 'registered', act: null, body: {} });
    await words(customer);
    await run('matter', `insert into matter (tenant_id, id, kind, policy, policy_version, number, channel, subject, content, customer_id, customer_name, stage, severity, state, version, seq, head, received_at, first_due_at, answers)
      values ($1, $2, 'complaint', 'property-management', $3, $4, 'phone', $5, $5, $10, '客户', $6, 'general', $7, 1, 2, $8, $9, $9, $11)`,
    [company.tenant, id, company.version, `TS-B-${process.pid}-${n}-${id}`, '门禁坏了', life.matter.stage, state, Buffer.alloc(32), at, customer, company.people['agent']]);
    for (const said of life.events) await event(id, 'matter', said);
    await words(id);
    for (const [ordinal, ob] of life.matter.obligations.entries()) {
      await run('obligation', `insert into obligation (tenant_id, matter_id, ordinal, duty, act, round, slot, status, bearer_person, clause, started_at, due_at, next_at, next_step, generation) values ($1, $2, $3, $4, $5, 1, '1', 'open', $6, $7, $8, $9, $9, '0', 1)`,
        [company.tenant, id, ordinal, ob.duty, ob.act, company.people['agent'], ob.clause, at, new Date(Date.now() + 30 * 86_400_000)]);
    }
    for (const row of deskRowsOf(life.policy, life.matter, company.people['agent'] ?? null)) {
      await run('desk', `insert into desk_row (tenant_id, matter_id, bearer, lane, slot, kind, ordinals, due, place, barred) values ($1, $2, $3, $4, $5, 'complaint', $6, $7, $7, null)`,
        [company.tenant, id, row.bearer, row.lane, row.lane === 'approve' ? 1 : 0, row.ordinals, new Date(row.due ?? Date.now())]);
    }
    for (let notice = 0; notice < life.notices; notice++) {
      await run('outbox', `insert into outbox (tenant_id, id, dedupe_key, template, recipients, matter_id, content, created_at, not_before) values ($1, $2, $3, 'tell', '[]', $4, '{}', $5, $5)`, [company.tenant, uuidv7(), `${id}/${notice}`, id, at]);
    }
    await client.query('commit');
  };
  for (let n = 0; n < 300; n++) await one(n);
  const before = cpuOf([postmaster]);
  for (let n = 0; n < count; n++) await one(300 + n);
  const used = cpuOf([postmaster]) - before;
  await client.end();
  return (used * 1000) / count;
}

/** Plain reads by prepared statements: one matter, a page of fifty. CPU milliseconds of the database each. */
export async function bareReads(connection: pg.ClientConfig, company: BenchCompany, postmaster: number, ids: readonly string[], count: number): Promise<{ readonly read: number; readonly list: number }> {
  const client = new pg.Client(connection);
  await client.connect();
  const timed = async (one: (n: number) => Promise<unknown>): Promise<number> => {
    for (let n = 0; n < 100; n++) await one(n);
    const before = cpuOf([postmaster]);
    for (let n = 0; n < count; n++) await one(n);
    return ((cpuOf([postmaster]) - before) * 1000) / count;
  };
  const read = await timed((n) => client.query({ name: 'read', text: 'select * from matter where tenant_id = $1 and id = $2', values: [company.tenant, ids[(n * 7919) % ids.length]] }));
  const list = await timed(() => client.query({ name: 'list', text: 'select id, number, kind, subject, customer_name, severity, stage, received_at, first_due_at from matter where tenant_id = $1 order by received_at desc, id desc limit 50', values: [company.tenant] }));
  await client.end();
  return { read, list };
}
