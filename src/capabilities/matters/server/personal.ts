import { actorBears, type Bearer } from '#engine';
import type { Scope } from '#platform/db/index.ts';
import { maskedCustomer } from '#capabilities/customers/index.ts';
import { seesPersonal } from '#capabilities/policies/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import type { MatterRow } from '../contract.ts';
import { bearerKeysOf } from '../rules/bearing.ts';
import { placeBefore } from '../rules/subject.ts';
import type { Surroundings } from './gather.ts';
import { matterRow, type MatterColumns } from './matter-row.ts';

/** What the words of a line are read from: `WORDS_OF_MATTER` in a statement over matters. */
export type Worded = Pick<MatterColumns, 'subject' | 'customer_name' | 'roles' | 'place' | 'beginning'>;
type Words = Pick<MatterRow, 'subject' | 'customerName' | 'place'>;
export const WORDS_OF_MATTER = "m.subject, m.customer_name, m.state->'roles' as roles, (select a.address from customer a where a.tenant_id = m.tenant_id and a.id = m.customer_id) as place, left(m.content, 200) as beginning";

/** Whether somebody's lists carry the customers' names, numbers and addresses in full. */
export function seesCustomers({ policies }: Surroundings, actor: Actor): boolean {
  return seesPersonal(actor.positions, { inForce: policies.inForce.map(({ policy }) => policy), withdrawn: policies.withdrawn.map(({ policy }) => policy) });
}

/**
 * How the other matters of one customer are shown: whoever has a part in one of them knows the customer, and sees him in the others, too.
 * @param rows - all of one customer
 */
export function rowsOfCustomer(around: Surroundings, actor: Actor, rows: readonly MatterColumns[]): (row: MatterColumns) => MatterRow {
  const knows = rows.some((row) => actorBears(actor, Object.values(row.roles ?? {})));
  return knows ? (row) => matterRow(around, row) : rowsFor(around, actor);
}

/** How rows of matters are shown to one reader: to whoever neither takes calls nor leads the customer is masked, but for matters in which he himself has a part. */
export function rowsFor(around: Surroundings, actor: Actor): (row: MatterColumns) => MatterRow {
  const words = wordsFor(around, actor);
  return (row) => ({ ...matterRow(around, row), ...words(row) });
}

/** What a line of any list says of the customer, as the reader may see it there. @param bearers - who has a part in it beside its roles */
export function wordsFor(around: Surroundings, actor: Actor): (row: Worded, bearers?: readonly Bearer[]) => Words {
  const open = seesCustomers(around, actor);
  return (row, bearers = []) => {
    const words = { subject: row.subject, customerName: row.customer_name, place: row.place ?? '' };
    return open || actorBears(actor, [...Object.values(row.roles ?? {}), ...bearers]) ? words : masked(words, row.beginning ?? '');
  };
}

/** The keys of roles are written as those of desks are. */
const WORKED_FOR = `select distinct m.customer_id as id from matter m where m.tenant_id = $1 and m.customer_id = any($2::uuid[]) and (
    exists (select from desk_row d where d.tenant_id = $1 and d.matter_id = m.id and d.bearer = any($3::text[]))
    or exists (select from jsonb_each(m.state->'roles') r where case when r.value ? 'person' then 'p:' || (r.value->>'person')
      when r.value ? 'position' then 'o:' || (r.value->>'position') || coalesce('@' || (r.value->>'unit'), '') else 'u:' || (r.value->>'unit') end = any($3::text[])))`;

/** For which of these customers the reader works: a matter of theirs lies on his desk, or he has or had a role in one. */
export async function workedFor(scope: Scope<Actor>, { company }: Surroundings, customers: readonly string[]): Promise<ReadonlySet<string>> {
  if (customers.length === 0) return new Set();
  const { rows } = await scope.run<{ id: string }>({ name: 'customers-worked-for', text: WORKED_FOR, values: [scope.tenant, customers, bearerKeysOf(scope.actor, company.directory.units)] });
  return new Set(rows.map(({ id }) => id));
}

/** The place stands at the beginning of the subject, too. */
function masked(row: Words, content: string): Words {
  const { name, address } = maskedCustomer({ name: row.customerName, phone: '', address: row.place });
  const place = row.place !== '' && row.subject.startsWith(row.place) ? row.place : placeBefore(row.subject, content);
  return { customerName: name, place: address, subject: place === '' ? row.subject : maskedCustomer({ name: '', phone: '', address: place }).address + row.subject.slice(place.length) };
}
