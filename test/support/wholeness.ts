import { asOwner, type Connection } from '../../src/platform/db/index.ts';

/** What must be true of every company at any moment between two transactions; each statement lists what breaks it. */
const RULES: Readonly<Record<string, string>> = {
  'the row, its state and its last event agree': `select m.number from matter m
    left join lateral (select max(seq) as last, count(*) as events from event e where e.tenant_id = m.tenant_id and e.stream = m.id) e on true
    left join event l on l.tenant_id = m.tenant_id and l.stream = m.id and l.seq = m.seq
    where m.seq is distinct from e.last or m.seq <> e.events or (m.state->>'seq')::integer <> m.seq or (m.state->>'version')::integer <> m.version or m.state->>'stage' <> m.stage
      or m.state->>'number' <> m.number or l.hash is distinct from m.head`,
  'no event without its matter': `select e.stream::text as number from event e left join matter m on m.tenant_id = e.tenant_id and m.id = e.stream where e.of = 'matter' and m.id is null`,
  'no number twice': 'select number from matter group by tenant_id, number having count(*) > 1',
  'obligations are those of the state': `with said as (select m.tenant_id, m.id as matter_id, m.number, (s.n - 1)::integer as ordinal, s.ob from matter m, jsonb_array_elements(m.state->'obligations') with ordinality as s(ob, n))
    select coalesce(said.number, o.matter_id::text) as number, o.duty from said full join obligation o using (tenant_id, matter_id, ordinal)
    where o.duty is null or said.ob is null or o.status <> said.ob->>'status' or o.generation <> (said.ob->>'generation')::integer or o.duty <> said.ob->>'duty'
      or (extract(epoch from o.due_at) * 1000)::bigint is distinct from coalesce(said.ob->>'dueAt', said.ob->>'breachedAt')::bigint
      or (extract(epoch from o.next_at) * 1000)::bigint is distinct from (said.ob->'next'->>'at')::bigint or o.next_step is distinct from said.ob->'next'->>'step'`,
  'approvals are those of the state': `with said as (select m.tenant_id, m.number, (a->>'id')::uuid as id, a->>'status' as status from matter m, jsonb_array_elements(m.state->'approvals') a)
    select coalesce(said.number, a.matter_id::text) as number from said full join approval a using (tenant_id, id) where said.status is distinct from a.status`,
  'a breach is one event and one firing': `with broken as (select tenant_id, stream, body->>'obligation' as obligation, count(*) as events from event where of = 'matter' and type = 'breached' group by 1, 2, 3)
    select stream::text as number, obligation from broken where events > 1
    union all select f.matter_id::text, 'firing without event' from firing f where f.step = 'breach' and not exists (select 1 from broken b where b.tenant_id = f.tenant_id and b.stream = f.matter_id)`,
  'what was told has been put into the outbox once': 'select dedupe_key as number from outbox group by tenant_id, dedupe_key having count(*) > 1',
  'a customer registered on the way has his event': `select c.name as number from customer c where not exists (select 1 from event e where e.tenant_id = c.tenant_id and e.stream = c.id)`,
};

/** Looks at every company of a database past all walls. @returns what is half-written or doubled, by the rule it breaks; empty when all is whole. */
export async function brokenRules(connection: Connection): Promise<Readonly<Record<string, unknown>>> {
  return asOwner(connection, async (run) => {
    // What was just written in thousands has no statistics yet, and without them these statements take minutes.
    await run({ text: 'analyze', values: [] });
    const broken: Record<string, unknown> = {};
    for (const [rule, text] of Object.entries(RULES)) {
      const rows = await run({ text: `${text} limit 5`, values: [] });
      if (rows.length) broken[rule] = rows;
    }
    return broken;
  });
}

const EFFECTS = `select content as said, count(*)::integer as times from matter where content like 'gate-%' group by 1
  union all select w.words->>'text', count(*)::integer from event_words w join event e using (tenant_id, stream, seq) where w.words->>'text' like 'gate-%' group by 1`;

/** How often each keyed request of `Writers` took effect, by its key. */
export async function effectsByKey(connection: Connection): Promise<ReadonlyMap<string, number>> {
  const rows = await asOwner(connection, (run) => run<{ said: string; times: number }>({ text: EFFECTS, values: [] }));
  return new Map(rows.map(({ said, times }) => [said, times]));
}

/** Numbers of one day that were given to nobody: a counter that moved without its matter. */
export async function missingNumbers(connection: Connection, prefix: string): Promise<readonly number[]> {
  const rows = await asOwner(connection, (run) => run<{ given: number }>({ text: `select substr(number, length($1) + 1)::integer as given from matter where number like $1 || '%'`, values: [prefix] }));
  const given = new Set(rows.map((row) => row.given));
  return Array.from({ length: Math.max(0, ...given) }, (_, index) => index + 1).filter((number) => !given.has(number));
}
