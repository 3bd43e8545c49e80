import type { Decided, Fired, MatterState, Notice, ObligationState, Policy } from '#engine';
import { chain, insertEvents, type ChainedRow } from '#capabilities/audit/index.ts';
import { insertAnswer, type KeptAnswer, type KeyedRequest } from '#platform/idempotency/index.ts';
import { insertRows, uuidv7, type Scope, type Statement, type TenantActor } from '#platform/db/index.ts';
import { answersFor, deskStatements } from './desks.ts';

/**
 * What one decision changes, each row by a prepared statement, all sent in one round trip: matter, events, words, obligations,
 * approvals, fired steps, outbox and the kept answer. They commit together, so a change is never without its event.
 */
const OBLIGATION = `insert into obligation (tenant_id, matter_id, ordinal, duty, act, round, slot, status, bearer_person, bearer_unit, bearer_position, clause, started_at, due_at,
    met_at, breached_at, noticed_at, next_at, next_step, generation)`;
const OBLIGATION_AGAIN = ` on conflict (tenant_id, matter_id, ordinal) do update set act = excluded.act, status = excluded.status, bearer_person = excluded.bearer_person,
    bearer_unit = excluded.bearer_unit, bearer_position = excluded.bearer_position, clause = excluded.clause, due_at = excluded.due_at, met_at = excluded.met_at, breached_at = excluded.breached_at,
    noticed_at = excluded.noticed_at, next_at = excluded.next_at, next_step = excluded.next_step, generation = excluded.generation`;
const OUTBOX = 'insert into outbox (tenant_id, id, dedupe_key, template, recipients, matter_id, content, created_at, not_before)';
const APPROVAL = `insert into approval (tenant_id, id, matter_id, status, requested_at) values ($1, $2, $3, $4, $5)
  on conflict (tenant_id, id) do update set status = excluded.status`;
const FIRING = 'insert into firing (tenant_id, matter_id, ordinal, generation, step, at)';
const RECEIVE = `insert into matter (tenant_id, id, stage, severity, state, version, seq, head, first_due_at, ended, answers, kind, policy, policy_version, number, unit_code, channel, subject, content,
    customer_id, customer_name, parent_id, received_at, project)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
    coalesce((select c.project from customer c where c.tenant_id = $1 and c.id = $20), ''))`;
const CHANGE = 'update matter set stage = $3, severity = $4, state = $5, version = $6, seq = $7, head = $8, first_due_at = $9, ended = $10, answers = $11 where tenant_id = $1 and id = $2';

/** What is known of a new matter beside its state. */
export interface MatterHead {
  readonly channel: string; readonly subject: string; readonly content: string;
  readonly customerId: string | null; readonly customerName: string; readonly parentId: string | null; readonly receivedAt: number;
}

export interface ToWrite {
  readonly decision: Decided;
  readonly before: MatterState | null;
  /** The version the matter is pinned to. */
  readonly policy: Policy;
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

/**
 * Writes a decision. @param last - nothing else belongs to this transaction: the commit goes out with the rows.
 * @returns the chained events, so that an answer can show them.
 */
export async function write<A extends TenantActor>(scope: Scope<A>, change: ToWrite, born: MatterHead | null, { last = false } = {}): Promise<readonly ChainedRow[]> {
  const chained = chainedOf(scope.tenant, change);
  const kept = change.answer?.(chained.rows) ?? { status: 200, answer: null };
  await scope.runAll([
    ...statementsOf(scope.tenant, [{ change, chained, born }]),
    ...(change.keyed ? [insertAnswer(scope.tenant, change.keyed, kept, change.recordedAt)] : []),
  ], { last });
  return chained.rows;
}

/** Writes decisions on several matters of a company that are there already, and commits: what is written for all of them costs little more than for one. */
export async function writeTogether<A extends TenantActor>(scope: Scope<A>, changes: readonly ToWrite[]): Promise<void> {
  await scope.runAll(statementsOf(scope.tenant, changes.map((change) => ({ change, chained: chainedOf(scope.tenant, change), born: null }))), { last: true });
}

interface Chained { readonly rows: readonly ChainedRow[]; readonly head: string }
interface Writing { readonly change: ToWrite; readonly chained: Chained; readonly born: MatterHead | null }

function chainedOf(tenant: string, change: ToWrite): Chained {
  const { matter } = change.decision;
  return chain(
    { tenant, stream: matter.id, of: 'matter', policyVersion: change.policy.version, head: change.head },
    change.decision.events.map((event) => ({ ...event, actor: event.actor.is === 'person' ? event.actor.person : null, recordedAt: change.recordedAt })),
  );
}

/** Rows of one table leave together, whichever matter they belong to. */
function statementsOf(tenant: string, all: readonly Writing[]): readonly Statement[] {
  const each = <T>(rows: (change: ToWrite) => readonly T[]): readonly T[] => all.flatMap(({ change }) => rows(change));
  return [
    ...all.map(({ change, chained, born }) => matterStatement(tenant, change.decision.matter, chained.head, change.policy, born)),
    ...insertEvents(tenant, all.flatMap(({ change, chained }) => [...(change.beside ?? []), ...chained.rows])),
    ...insertRows('obligation-new', OBLIGATION, each((change) => obligationRows(tenant, change, false))),
    ...insertRows('obligation-again', OBLIGATION, each((change) => obligationRows(tenant, change, true)), { tail: OBLIGATION_AGAIN }),
    ...deskStatements(tenant, all.map(({ change }) => ({ policy: change.policy, before: change.before, after: change.decision.matter }))),
    ...insertRows('outbox-new', OUTBOX, each((change) => outboxRows(tenant, change))),
    ...each((change) => changedApprovals(tenant, change.before, change.decision.matter, change.now)),
    ...insertRows('firing-new', FIRING, each((change) => (change.fired ?? []).map((one) => firing(tenant, change.decision.matter, one)))),
  ];
}

function matterStatement(tenant: string, matter: MatterState, head: string, policy: Policy, born: MatterHead | null): Statement {
  const severity = matter.facts['severity'];
  // A breach of a matter that has come to its end is history: lists show no clock for it.
  const over = matter.stage === policy.kinds[matter.kind]?.stages.at(-1);
  const due = matter.obligations.flatMap((each) => (each.status === 'open' && each.dueAt !== null ? [each.dueAt] : each.status === 'breached' && each.breachedAt !== null && !over ? [each.breachedAt] : []));
  const shared = [
    tenant, matter.id, matter.stage, typeof severity === 'string' ? severity : null, JSON.stringify(matter), matter.version, matter.seq, Buffer.from(head, 'hex'),
    instant(due.length ? Math.min(...due) : null), matter.ended !== null, answersFor(policy, matter),
  ];
  if (!born) return { name: 'matter-change', text: CHANGE, values: shared };
  return {
    name: 'matter-receive', text: RECEIVE,
    values: [...shared, matter.kind, policy.id, policy.version, matter.number, matter.unit, born.channel, born.subject, born.content, born.customerId, born.customerName, born.parentId, instant(born.receivedAt)],
  };
}

const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** @param known - those whose row is there already, or those that are new. */
function obligationRows(tenant: string, { before, decision: { matter: after } }: ToWrite, known: boolean): readonly (readonly unknown[])[] {
  return after.obligations.flatMap((ob, ordinal) => {
    const was = before?.obligations[ordinal];
    return was === ob || (was !== undefined) !== known ? [] : [[tenant, after.id, ordinal, ...obligationRow(ob)]];
  });
}

function obligationRow(ob: ObligationState): readonly unknown[] {
  const bearer = ob.bearers[0];
  return [
    ob.duty, ob.act, ob.round, ob.slot, ob.status, bearer?.person ?? null, bearer?.unit ?? null, bearer?.position ?? null, ob.clause, instant(ob.startedAt), instant(ob.dueAt ?? ob.breachedAt),
    instant(ob.metAt), instant(ob.breachedAt), instant(ob.noticedAt), instant(ob.next?.at ?? null), ob.next?.step ?? null, ob.generation,
  ];
}

function outboxRows(tenant: string, { decision: { matter, events, notices }, recordedAt }: ToWrite): readonly (readonly unknown[])[] {
  const at = instant(recordedAt);
  return notices.filter((notice) => notice.to.length > 0).map((notice: Notice, index) => [
    tenant, uuidv7(), `${matter.id}/${matter.seq}/${index}`, notice.template, JSON.stringify(notice.to), matter.id,
    JSON.stringify({ rule: notice.rule, clause: notice.clause, obligation: notice.obligation, number: matter.number, seq: notice.seq, change: notice.change ?? events[0]?.seq, except: notice.except, of: notice.of }), at, at,
  ]);
}

function changedApprovals(tenant: string, before: MatterState | null, after: MatterState, now: number): readonly Statement[] {
  return after.approvals.filter((each) => !before?.approvals.includes(each)).map((each) => ({ name: 'approval-write', text: APPROVAL, values: [tenant, each.id, after.id, each.status, instant(now)] }));
}

function firing(tenant: string, matter: MatterState, { obligation, generation, step, at }: Fired): readonly unknown[] {
  return [tenant, matter.id, matter.obligations.findIndex((ob) => ob.key === obligation), generation, step, instant(at)];
}
