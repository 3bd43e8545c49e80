import { chain } from '#capabilities/audit/index.ts';
import { uuidv7, withScope, type Database } from '#platform/db/index.ts';
import type { BenchCompany } from './company.ts';
import { liver, type Life } from './lives.ts';
import { deskStatements } from '#capabilities/matters/index.ts';

const BATCH = 400;
const DAY = 86_400_000;
/** By day the desk takes a complaint up at once, so that every life has the same shape. */
const TEN_IN_SHANGHAI = 2 * 3_600_000;

const MATTERS = `insert into matter (tenant_id, id, kind, policy, policy_version, number, channel, subject, content, customer_name, stage, severity, state, version, seq, head, received_at, first_due_at)
  select $1, x.id, 'complaint', 'property-management', $2, x.number, 'phone', x.subject, x.subject, '客户', x.stage, x.severity, x.state, x.version, x.seq, decode(x.head, 'hex'), x.received_at, x.first_due_at
  from jsonb_to_recordset($3::jsonb) as x(id uuid, number text, subject text, stage text, severity text, state jsonb, version integer, seq integer, head text, received_at timestamptz, first_due_at timestamptz)`;
const EVENTS = `insert into event (tenant_id, stream, seq, of, type, act, actor, occurred_at, recorded_at, policy_version, body, commitments, hash)
  select $1, x.stream, x.seq, 'matter', x.type, x.act, x.actor, x.occurred_at, x.recorded_at, $2, x.body, x.commitments, decode(x.hash, 'hex')
  from jsonb_to_recordset($3::jsonb) as x(stream uuid, seq integer, type text, act text, actor uuid, occurred_at timestamptz, recorded_at timestamptz, body jsonb, commitments jsonb, hash text)`;
const WORDS = `insert into event_words (tenant_id, stream, seq, words, salt) select $1, x.stream, x.seq, x.words, decode(x.salt, 'hex')
  from jsonb_to_recordset($2::jsonb) as x(stream uuid, seq integer, words jsonb, salt text) where x.words is not null`;
const OBLIGATIONS = `insert into obligation (tenant_id, matter_id, ordinal, duty, act, round, slot, status, bearer_person, bearer_unit, bearer_position, clause, started_at, due_at, met_at, breached_at, next_at, next_step, generation)
  select $1, matter_id, ordinal, duty, act, round, slot, status, bearer_person, bearer_unit, bearer_position, clause, started_at, due_at, met_at, breached_at, next_at, next_step, generation
  from jsonb_to_recordset($2::jsonb) as x(matter_id uuid, ordinal integer, duty text, act text, round integer, slot text, status text, bearer_person uuid, bearer_unit text, bearer_position text, clause text[],
    started_at timestamptz, due_at timestamptz, met_at timestamptz, breached_at timestamptz, next_at timestamptz, next_step text, generation integer)`;

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Seeds matters of every age and stage: 95 % closed, 4 % with the department, 1 % just received: years of a company, and what lies on its desks. Nothing of them falls due by itself. */
export async function seed(database: Database, company: BenchCompany, count: number, onProgress: (done: number) => void): Promise<readonly string[]> {
  const live = liver(company);
  const ids: string[] = [];
  const start = Math.floor(Date.now() / DAY) * DAY - 400 * DAY + TEN_IN_SHANGHAI;
  for (let done = 0; done < count; done += BATCH) {
    const lives = Array.from({ length: Math.min(BATCH, count - done) }, (_, index) => {
      const n = done + index;
      const steps = n % 100 < 95 ? 9 : n % 100 < 99 ? 1 + (n % 5) : 0;
      return live(uuidv7(), `TS-S-${n}`, start + Math.floor((n / count) * 380) * DAY + (n % 240) * 60_000, steps, n);
    });
    await insertLives(database, company, lives, false);
    ids.push(...lives.map((life) => life.matter.id));
    onProgress(done + lives.length);
  }
  return ids;
}

/** Writes lives in sets, chained like any other. @param due - whether their open obligations will fall due. */
export async function insertLives(database: Database, company: BenchCompany, lives: readonly Life[], due: boolean): Promise<void> {
  const matters: unknown[] = [];
  const events: unknown[] = [];
  const obligations: unknown[] = [];
  for (const { matter: lived, events: said } of lives) {
    const matter = due ? lived : { ...lived, obligations: lived.obligations.map((each) => ({ ...each, next: null })) };
    const { rows, head } = chain({ tenant: company.tenant, stream: matter.id, of: 'matter', policyVersion: company.version, head: null }, said.map((event) => ({ ...event, actor: event.actor.is === 'person' ? event.actor.person : null, recordedAt: event.occurredAt })));
    events.push(...rows);
    const open = matter.obligations.flatMap((each) => (each.status === 'open' && each.dueAt !== null ? [each.dueAt] : []));
    matters.push({
      id: matter.id, number: matter.number, subject: matter.facts['content'], stage: matter.stage, severity: matter.facts['severity'], state: matter, version: matter.version, seq: matter.seq, head,
      received_at: iso(matter.acts[0]?.at ?? 0), first_due_at: open.length ? iso(Math.min(...open)) : null,
    });
    obligations.push(...matter.obligations.map((ob, ordinal) => ({
      matter_id: matter.id, ordinal, duty: ob.duty, act: ob.act, round: ob.round, slot: ob.slot, status: ob.status, clause: ob.clause, generation: ob.generation,
      bearer_person: ob.bearers[0]?.person ?? null, bearer_unit: ob.bearers[0]?.unit ?? null, bearer_position: ob.bearers[0]?.position ?? null,
      started_at: iso(ob.startedAt), due_at: iso(ob.dueAt ?? ob.breachedAt), met_at: iso(ob.metAt), breached_at: iso(ob.breachedAt), next_at: iso(ob.next?.at ?? null), next_step: ob.next?.step ?? null,
    })));
  }
  await withScope(database, { tenant: company.tenant }, async (scope) => {
    await scope.run({ name: 'seed-matters', text: MATTERS, values: [company.tenant, company.version, JSON.stringify(matters)] });
    await scope.run({ name: 'seed-events', text: EVENTS, values: [company.tenant, company.version, JSON.stringify(events)] });
    await scope.run({ name: 'seed-words', text: WORDS, values: [company.tenant, JSON.stringify(events)] });
    await scope.run({ name: 'seed-obligations', text: OBLIGATIONS, values: [company.tenant, JSON.stringify(obligations)] });
    await scope.runAll(deskStatements(company.tenant, lives.map(({ policy, matter }) => ({ policy, before: null, after: matter }))));
  });
}
