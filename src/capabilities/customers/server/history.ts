import type { Scope } from '#platform/db/index.ts';
import { formatInstant } from '#engine';
import type { Actor, Context } from '#platform/operations/index.ts';
import type { ChangeJson } from '../contract.ts';
import { customerToRead } from './readable.ts';

const MOST = 100;
const HISTORY = `select e.seq, e.occurred_at as at, coalesce(p.name, '') as who, e.type, coalesce(w.words, '{}') as words
  from event e left join event_words w on w.tenant_id = $1 and w.stream = e.stream and w.seq = e.seq left join person p on p.tenant_id = $1 and p.id = e.actor
  where e.tenant_id = $1 and e.stream = $2 order by e.seq desc limit ${MOST}`;

/** How a customer's file came to be as it is, newest first. @throws Failure 404 */
export async function historyOf(context: Context, scope: Scope<Actor>, id: string): Promise<ChangeJson[]> {
  const customer = await customerToRead(context, scope, id);
  const { rows } = await scope.run<Omit<ChangeJson, 'at' | 'words'> & { at: number; words: Readonly<Record<string, string>> }>({ name: 'customer-history', text: HISTORY, values: [scope.tenant, customer.id] });
  return rows.map((row) => ({ ...row, at: formatInstant(row.at, scope.actor.zone), words: Object.values(row.words).filter((word) => word !== '') }));
}
