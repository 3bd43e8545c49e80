import type { Decided, Fired, MatterState, Notice, ObligationState } from '#engine';
import { chain, insertEvents, type ChainedRow } from '#capabilities/audit/index.ts';
import { answerToKeep, insertAnswer, type KeptAnswer, type KeyedRequest } from '#platform/idempotency/index.ts';
import { uuidv7, type Scope, type TenantActor } from '#platform/db/index.ts';

/**
 * What one decision changes, in one statement: matter, events, words, obligations, approvals, fired steps, outbox and the
 * kept answer. So a change is never without its event, and a create takes five round trips in all.
 */
const CONSEQUENCES = `${insertEvents('$2')},
  obligation_rows as (insert into obligation (tenant_id, matter_id, ordinal, duty, act, round, slot, status, bearer_person, bearer_unit, bearer_position, clause, started_at, due_at,
      met_at, breached_at, noticed_at, next_at, next_step, generation)
    select $1, $3, ordinal, duty, act, round, slot, status, bearer_person, bearer_unit, bearer_position, clause, started_at, due_at, met_at, breached_at, noticed_at, next_at, next_step, generation
    from jsonb_to_recordset($4::jsonb) as x(ordinal integer, duty text, act text, round integer, slot text, status text, bearer_person uuid, bearer_unit text, bearer_position text, clause text[],
      started_at timestamptz, due_at timestamptz, met_at timestamptz, breached_at timestamptz, noticed_at timestamptz, next_at timestamptz, next_step text, generation integer)
    on conflict (tenant_id, matter_id, ordinal) do update set act = excluded.act, status = excluded.status, bearer_person = excluded.bearer_person, bearer_unit = excluded.bearer_unit,
      bearer_position = excluded.bearer_position, clause = excluded.clause, due_at = excluded.due_at, met_at = excluded.met_at, breached_at = excluded.breached_at, noticed_at = excluded.noticed_at,
      next_at = excluded.next_at, next_step = excluded.next_step, generation = excluded.generation),
  outbox_rows as (insert into outbox (tenant_id, id, dedupe_key, template, recipients, matter_id, content, created_at, not_before)
    select $1, id, dedupe_key, template, recipients, $3, content, at, at from jsonb_to_recordset($5::jsonb) as x(id uuid, dedupe_key text, template text, recipients jsonb, content jsonb, at timestamptz)),
  approval_rows as (insert into approval (tenant_id, id, matter_id, status, requested_at)
    select $1, id, $3, status, at from jsonb_to_recordset($6::jsonb) as x(id uuid, status text, at timestamptz)
    on conflict (tenant_id, id) do update set status = excluded.status),
  firing_rows as (insert into firing (tenant_id, matter_id, ordinal, generation, step, at)
    select $1, $3, ordinal, generation, step, at from jsonb_to_recordset($7::jsonb) as x(ordinal integer, generation integer, step text, at timestamptz)),
  ${insertAnswer('$8')}`;

const RECEIVE = `with ${CONSEQUENCES}
  insert into matter (tenant_id, id, kind, policy, policy_version, number, unit_code, channel, subject, content, customer_id, customer_name, stage, severity, state, version, seq, head, parent_id, received_at, first_due_at, ended)
  select $1, $3, kind, policy, policy_version, number, unit_code, channel, subject, content, customer_id, customer_name, stage, severity, state, version, seq, decode(head, 'hex'), parent_id, received_at, first_due_at, false
  from jsonb_to_record($9::jsonb) as x(kind text, policy text, policy_version text, number text, unit_code text, channel text, subject text, content text, customer_id uuid, customer_name text,
    stage text, severity text, state jsonb, version integer, seq integer, head text, parent_id uuid, received_at timestamptz, first_due_at timestamptz)`;

const CHANGE = `with ${CONSEQUENCES}
  update matter m set stage = x.stage, severity = x.severity, state = x.state, version = x.version, seq = x.seq, head = decode(x.head, 'hex'), first_due_at = x.first_due_at, ended = x.ended,
    content = coalesce(x.content, m.content)
  from jsonb_to_record($9::jsonb) as x(stage text, severity text, state jsonb, version integer, seq integer, head text, first_due_at timestamptz, ended boolean, content text)
  where m.tenant_id = $1 and m.id = $3`;

/** What is known of a new matter beside its state. */
export interface MatterHead {
  readonly policy: string; readonly policyVersion: string; readonly channel: string; readonly subject: string; readonly content: string;
  readonly customerId: string | null; readonly customerName: string; readonly parentId: string | null; readonly receivedAt: number;
}

export interface ToWrite {
  readonly decision: Decided;
  readonly before: MatterState | null;
  readonly policyVersion: string;
  readonly head: Uint8Array | null;
  readonly recordedAt: number;
  readonly now: number;
  readonly fired?: readonly Fired[];
  readonly keyed?: KeyedRequest | null;
  /** Events of other streams that belong to the same change (a customer registered on the way). */
  readonly beside?: readonly ChainedRow[];
  /** The answer kept under the request's key; made from the chained rows, which carry the hashes. */
  readonly answer?: (rows: readonly ChainedRow[]) => KeptAnswer;
}

/** Writes a decision. @returns the chained events, so that an answer can show them. */
export async function write<A extends TenantActor>(scope: Scope<A>, change: ToWrite, born: MatterHead | null): Promise<readonly ChainedRow[]> {
  const { matter } = change.decision;
  const { rows, head } = chain(
    { tenant: scope.tenant, stream: matter.id, of: 'matter', policyVersion: change.policyVersion, head: change.head },
    change.decision.events.map((event) => ({ ...event, actor: event.actor.is === 'person' ? event.actor.person : null, recordedAt: change.recordedAt })),
  );
  const kept = change.answer?.(rows) ?? { status: 200, answer: null };
  const row = { ...rowOf(matter, head), ...(born ? bornRow(matter, born) : {}) };
  await scope.run({
    name: born ? 'matter-receive' : 'matter-change', text: born ? RECEIVE : CHANGE,
    values: [
      scope.tenant, JSON.stringify([...(change.beside ?? []), ...rows]), matter.id, JSON.stringify(changedObligations(change.before, matter)), JSON.stringify(outboxRows(matter, change)),
      JSON.stringify(changedApprovals(change.before, matter, change.now)), JSON.stringify(firingRows(matter, change.fired ?? [])),
      answerToKeep(change.keyed ?? null, kept, change.recordedAt), JSON.stringify(row),
    ],
  });
  return rows;
}

function rowOf(matter: MatterState, head: string): Record<string, unknown> {
  const severity = matter.facts['severity'];
  const due = matter.obligations.flatMap((each) => (each.status === 'open' && each.dueAt !== null ? [each.dueAt] : each.status === 'breached' && each.breachedAt !== null ? [each.breachedAt] : []));
  return {
    stage: matter.stage, severity: typeof severity === 'string' ? severity : null, state: matter, version: matter.version, seq: matter.seq, head,
    first_due_at: due.length ? isoUtc(Math.min(...due)) : null, ended: matter.ended !== null,
  };
}

function bornRow(matter: MatterState, born: MatterHead): Record<string, unknown> {
  return {
    kind: matter.kind, policy: born.policy, policy_version: born.policyVersion, number: matter.number, unit_code: matter.unit, channel: born.channel, subject: born.subject, content: born.content,
    customer_id: born.customerId, customer_name: born.customerName, parent_id: born.parentId, received_at: isoUtc(born.receivedAt),
  };
}

const isoUtc = (at: number): string => new Date(at).toISOString();
const isoUtcOrNull = (at: number | null): string | null => (at === null ? null : isoUtc(at));

function changedObligations(before: MatterState | null, after: MatterState): readonly Record<string, unknown>[] {
  return after.obligations.flatMap((ob, ordinal) => (before?.obligations[ordinal] === ob ? [] : [obligationRow(ob, ordinal)]));
}

function obligationRow(ob: ObligationState, ordinal: number): Record<string, unknown> {
  const bearer = ob.bearers[0];
  return {
    ordinal, duty: ob.duty, act: ob.act, round: ob.round, slot: ob.slot, status: ob.status, clause: ob.clause, generation: ob.generation,
    bearer_person: bearer?.person ?? null, bearer_unit: bearer?.unit ?? null, bearer_position: bearer?.position ?? null,
    started_at: isoUtc(ob.startedAt), due_at: isoUtcOrNull(ob.dueAt ?? ob.breachedAt), met_at: isoUtcOrNull(ob.metAt), breached_at: isoUtcOrNull(ob.breachedAt), noticed_at: isoUtcOrNull(ob.noticedAt),
    next_at: isoUtcOrNull(ob.next?.at ?? null), next_step: ob.next?.step ?? null,
  };
}

function outboxRows(matter: MatterState, change: ToWrite): readonly Record<string, unknown>[] {
  return change.decision.notices.filter((notice) => notice.to.length > 0).map((notice: Notice, index) => ({
    id: uuidv7(), dedupe_key: `${matter.id}/${matter.seq}/${index}`, template: notice.template, recipients: notice.to,
    content: { rule: notice.rule, clause: notice.clause, obligation: notice.obligation, number: matter.number, seq: notice.seq }, at: isoUtc(change.recordedAt),
  }));
}

function changedApprovals(before: MatterState | null, after: MatterState, now: number): readonly Record<string, unknown>[] {
  return after.approvals.filter((each) => !before?.approvals.includes(each)).map((each) => ({ id: each.id, status: each.status, at: isoUtc(now) }));
}

function firingRows(matter: MatterState, fired: readonly Fired[]): readonly Record<string, unknown>[] {
  return fired.map((each) => ({ ordinal: matter.obligations.findIndex((ob) => ob.key === each.obligation), generation: each.generation, step: each.step, at: isoUtc(each.at) }));
}
