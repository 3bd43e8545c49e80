import { withReadScope } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import type { MattersContext } from './context.ts';
import { gatherTenant } from './gather.ts';
import { hiddenMatters, KIND_OF_MATTER } from './seeing.ts';

/** So many matters are looked through, newest first: a fixed amount of work, however long the company has been at it. */
const LOOKED_THROUGH = 300;
const SHOWN = 5;

/** Reasons of an act, or the opinions with which approvals were rejected; the most frequent first. Kinds closed to the reader give none. */
const REASONS = `select coalesce(w.words->>'reason', w.words->>'opinion') as reason
  from (select m.id from matter m where m.tenant_id = $1 and ${KIND_OF_MATTER} <> all($3) order by m.received_at desc, m.id desc limit ${LOOKED_THROUGH}) m
  join event e on e.tenant_id = $1 and e.stream = m.id and (e.act = $2 and e.type = 'acted' or $2 = 'reject' and e.type = 'approval-decided' and e.body->>'decision' = 'reject')
  join event_words w on w.tenant_id = $1 and w.stream = e.stream and w.seq = e.seq
  where length(coalesce(w.words->>'reason', w.words->>'opinion')) between 2 and 40
  group by 1 order by count(*) desc, max(e.recorded_at) desc limit ${SHOWN}`;

/**
 * The company's own last reasons for an act (`GET /api/reasons`), to choose from instead of typing them again.
 * @param act - an act's id; `reject` means the rejection of approvals
 */
export function lastReasons(context: MattersContext, actor: Actor, act: string): Promise<{ items: string[] }> {
  return withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const { rows } = await scope.run<{ reason: string }>({ name: 'matter-reasons', text: REASONS, values: [scope.tenant, act, [...hiddenMatters(around, actor)]] });
    return { items: rows.map((row) => row.reason) };
  });
}
