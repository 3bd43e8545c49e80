import pg from 'pg';
import { uuidv7 } from '#platform/db/index.ts';
import { cpuOf } from './cpu.ts';
import type { BenchCompany } from './company.ts';
import { liver } from './lives.ts';

/**
 * The same rows and indexes by prepared statements on one connection: no HTTP, no policy, no chain. What is counted is the
 * database's CPU; the driver's own is not.
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
    await client.query('begin');
    await run('counter', 'insert into tenant_counter as c (tenant_id, name, last) values ($1, $2, 1) on conflict (tenant_id, name) do update set last = c.last + 1 returning last', [company.tenant, 'bare']);
    await run('matter', `insert into matter (tenant_id, id, kind, policy, policy_version, number, channel, subject, content, customer_name, stage, severity, state, version, seq, head, received_at, first_due_at)
      values ($1, $2, 'complaint', 'property-management', $3, $4, 'phone', $5, $5, '客户', $6, 'general', $7, 1, 2, $8, $9, $9)`, [company.tenant, id, company.version, `TS-B-${process.pid}-${n}-${id}`, '门禁坏了', life.matter.stage, state, Buffer.alloc(32), at]);
    for (const event of life.events) {
      await run('event', `insert into event (tenant_id, stream, seq, of, type, act, actor, occurred_at, recorded_at, policy_version, body, commitments, hash) values ($1, $2, $3, 'matter', $4, $5, $6, $7, $7, $8, $9, '{"content":"00"}', $10)`,
        [company.tenant, id, event.seq, event.type, event.act, company.people['agent'], at, company.version, JSON.stringify(event.body), Buffer.alloc(32)]);
    }
    await run('words', 'insert into event_words (tenant_id, stream, seq, words, salt) values ($1, $2, 1, $3, $4)', [company.tenant, id, '{"content":"门禁坏了"}', Buffer.alloc(16)]);
    for (const [ordinal, ob] of life.matter.obligations.entries()) {
      await run('obligation', `insert into obligation (tenant_id, matter_id, ordinal, duty, act, round, slot, status, bearer_person, clause, started_at, due_at, next_at, next_step, generation) values ($1, $2, $3, $4, $5, 1, '1', 'open', $6, $7, $8, $9, $9, '0', 1)`,
        [company.tenant, id, ordinal, ob.duty, ob.act, company.people['agent'], ob.clause, at, new Date(Date.now() + 30 * 86_400_000)]);
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
