import type { z } from 'zod';
import { formatInstant } from '#engine';
import { gatherTenant } from '#capabilities/matters/index.ts';
import { withReadScope } from '#platform/db/index.ts';
import type { Actor, Context } from '#platform/operations/index.ts';
import type { recordAnswer, RecordFilter } from '../contract.ts';
import { monthsAt } from './own.ts';
import { ownParameters, ROWS } from './statements.ts';

const SHOWN = 200;

interface Row { readonly id: string; readonly number: string; readonly subject: string; readonly due_at: number | null; readonly met_at: number | null }

/** The rows behind a figure of one's own record, newest first. */
export function ownRecord(context: Context, actor: Actor, { duty, month, result }: RecordFilter): Promise<z.infer<typeof recordAnswer>> {
  return withReadScope(context.db, actor, async (scope) => {
    const { now } = await gatherTenant(scope, context.clock.now());
    const months = monthsAt(now, actor.zone);
    const [from, until] = month === 'this' ? [months.this, now] : [months.last, months.this - 1];
    const { rows } = await scope.run<Row>({ name: 'duties-rows', text: ROWS, values: [...ownParameters(scope.tenant, actor), new Date(from), new Date(until), duty, result, SHOWN + 1] });
    const time = (at: number | null): string | null => (at === null ? null : formatInstant(at, actor.zone));
    return { items: rows.slice(0, SHOWN).map((row) => ({ matter: { id: row.id, number: row.number, subject: row.subject }, dueAt: time(row.due_at), metAt: time(row.met_at) })), more: rows.length > SHOWN };
  });
}
