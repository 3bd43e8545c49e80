import { actorBears, formatInstant, isOwing, titleOfAct, titleOfBearer, type MatterState } from '#engine';
import { maskedCustomer } from '#capabilities/customers/index.ts';
import { seesCustomers, type Surroundings } from '#capabilities/matters/index.ts';
import type { Scope } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import type { NoticeClass, NoticeJson } from '../contract.ts';

const MATTERS = `select m.id, m.kind, m.policy_version, m.customer_name, m.state, c.phone, c.address
  from matter m left join customer c on c.tenant_id = m.tenant_id and c.id = m.customer_id where m.tenant_id = $1 and m.id = any($2)`;
/** A notice, as far as it matters here. */
interface Sounding { readonly matter_id: string | null; readonly class: NoticeClass; readonly taken_at: number | null; readonly handled_by: string | null }
interface Row { readonly id: string; readonly kind: string; readonly policy_version: string; readonly customer_name: string; readonly state: MatterState; readonly phone: string | null; readonly address: string | null }

/**
 * What somebody alarmed needs before he opens anything: who called, from where, and whose turn it is. Only of alarms that still sound; to
 * whoever neither takes calls nor leads nor has a part in the matter, the customer is masked as in every list.
 */
export async function callingOf(scope: Scope<Actor>, around: Surroundings, rows: readonly Sounding[]): Promise<(row: Sounding) => NoticeJson['calling']> {
  const ids = new Set(rows.flatMap((row) => (sounds(row) && row.matter_id !== null ? [row.matter_id] : [])));
  if (ids.size === 0) return () => null;
  const found = (await scope.run<Row>({ name: 'alarm-matters', text: MATTERS, values: [scope.tenant, [...ids]] })).rows;
  const said = new Map(found.map((row) => [row.id, calling(row, around, scope.actor)]));
  return (row) => (sounds(row) ? said.get(row.matter_id ?? '') ?? null : null);
}

const sounds = ({ class: of, taken_at, handled_by }: Sounding): boolean => of === 'alarm' && taken_at === null && handled_by === null;

function calling(row: Row, around: Surroundings, actor: Actor): NonNullable<NoticeJson['calling']> {
  const { policy } = around.policies.version(row.policy_version);
  const customer = { name: row.customer_name, phone: row.phone ?? '', address: row.address ?? '' };
  const open = seesCustomers(around, actor) || actorBears(actor, Object.values(row.state.roles));
  const { name, phone, address } = open ? customer : maskedCustomer(customer);
  const [first] = row.state.obligations.filter((each) => isOwing(each)).toSorted((a, b) => (a.dueAt ?? a.breachedAt ?? Infinity) - (b.dueAt ?? b.breachedAt ?? Infinity));
  const due = first ? (first.dueAt ?? first.breachedAt) : null;
  const who = first?.bearers.map((each) => titleOfBearer(policy, each, (person) => around.company.names.get(person))).join('、') ?? '';
  return { name, phone, place: address, next: first ? { act: titleOfAct(policy.kinds[row.kind], first.act), who, due: due === null ? null : formatInstant(due, actor.zone) } : null };
}
