import type { z } from 'zod';
import { formatInstant, titleOfAct, type BaseAct } from '#engine';
import { customerToRead } from '#capabilities/customers/index.ts';
import { gatherTenant, hiddenMatters, KIND_OF_MATTER, type Surroundings } from '#capabilities/matters/index.ts';
import { withReadScope } from '#platform/db/index.ts';
import { readCursor, writeCursor, type Actor, type Context } from '#platform/operations/index.ts';
import type { Dealing, dealingsFilter } from '../contract.ts';

const PAGE = 50;

/** Acts in which somebody speaks with the customer, whatever a policy calls them. */
const WITH_CUSTOMER: ReadonlySet<BaseAct> = new Set<BaseAct>(['receive', 'reply', 'revisit', 'chase', 'promise', 'arrive', 'sign']);

/** $1 tenant, $2 customer, $3 hidden kinds, $4 $5 (kind, act) that speak with him, $6 $7 $8 the place the page begins after, $9 how many. */
const DEALINGS = `select m.id, m.number, m.subject, m.kind, m.policy_version, e.seq, e.act, e.actor, e.occurred_at, e.body->'fields'->>'how' as how, e.body->'clause' as clause, coalesce(w.words, '{}') as words
  from matter m join event e on e.tenant_id = $1 and e.stream = m.id and e.type = 'acted' left join event_words w on w.tenant_id = $1 and w.stream = e.stream and w.seq = e.seq
  where m.tenant_id = $1 and m.customer_id = $2 and ${KIND_OF_MATTER} <> all($3) and not coalesce(m.state->'recalled' @> to_jsonb(e.seq), false)
    and ((m.kind, e.act) in (select * from unnest($4::text[], $5::text[])) or e.body->'fields'->>'how' is not null)
    and (e.occurred_at, e.stream, e.seq) < ($6::timestamptz, $7::uuid, $8::integer)
  order by e.occurred_at desc, e.stream desc, e.seq desc limit $9`;

interface Row {
  readonly id: string; readonly number: string; readonly subject: string; readonly kind: string; readonly policy_version: string; readonly seq: number; readonly act: string; readonly actor: string | null;
  readonly occurred_at: number; readonly how: Dealing['how']; readonly clause: string[] | null; readonly words: Readonly<Record<string, string>>;
}

const BEGINNING = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 2_147_483_647] as const;

/** What was said to a customer and by him, over all his matters, newest first. @throws Failure 404 for one who is not there */
export function dealingsWith(context: Context, actor: Actor, id: string, filter: z.infer<typeof dealingsFilter>): Promise<{ items: Dealing[]; next: string | null }> {
  const whole = { ...filter, id };
  const after = readCursor(whole);
  return withReadScope(context.db, actor, async (scope) => {
    const customer = await customerToRead(context, scope, id);
    const around = await gatherTenant(scope, context.clock.now());
    const speaking = around.policies.known.flatMap(({ policy }) => Object.values(policy.kinds).flatMap((kind) => Object.values(kind.acts).filter((act) => WITH_CUSTOMER.has(act.is)).map((act) => [kind.id, act.id] as const)));
    const limit = filter.limit ?? PAGE;
    const place = after === null ? BEGINNING : [new Date(Number(after[0])), after[1], after[2]];
    const values = [scope.tenant, customer.id, hiddenMatters(around, actor), speaking.map(([kind]) => kind), speaking.map(([, act]) => act), ...place, limit + 1];
    const { rows } = await scope.run<Row>({ name: 'customer-dealings', text: DEALINGS, values });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return { items: shown.map((row) => dealingOf(around, row, actor)), next: rows.length > limit && last ? writeCursor(whole, [last.occurred_at, last.id, last.seq]) : null };
  });
}

function dealingOf(around: Surroundings, row: Row, { zone, language }: Actor): Dealing {
  const kind = around.policies.version(row.policy_version).policy.kinds[row.kind];
  return {
    matter: { id: row.id, number: row.number, subject: row.subject }, seq: row.seq, at: formatInstant(row.occurred_at, zone), title: titleOfAct(kind, row.act, language), how: row.how,
    who: row.actor === null ? '' : (around.company.names.get(row.actor) ?? '—'), text: Object.values(row.words).filter((each) => each.trim() !== '').join('；'), clause: row.clause ?? [],
  };
}
