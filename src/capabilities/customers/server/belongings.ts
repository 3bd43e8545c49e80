import type { Scope, TenantActor } from '#platform/db/index.ts';
import type { Belongings } from '../contract.ts';
import { isOver, standingOf } from '../rules/standing.ts';

const TITLE = "trim(both ' ' from community || ' ' || code)";
const day = (column: string, name: string): string => `${column}::text as "${name}"`;

const HOUSES = `select id, ${TITLE} as title, community, code, use, account, occupancy, ${day('handed_over', 'handedOver')} from house where tenant_id = $1 and customer_id = $2 order by community, code limit 100`;
const DEVICES = `select id, name, model, serial, software, house_id as "houseId", ${day('bought_on', 'boughtOn')}, ${day('installed_on', 'installedOn')}, ${day('warranty_until', 'warrantyUntil')}, ${day('ended_on', 'endedOn')}
  from device where tenant_id = $1 and customer_id = $2 order by ended_on nulls first, name, id limit 200`;
const CONTRACTS = `select id, number, about, filing, payment, house_id as "houseId", ${day('signed_on', 'signedOn')}, ${day('begins_on', 'beginsOn')}, ${day('until', 'until')}, ${day('delivered_on', 'deliveredOn')}, ${day('ended_on', 'endedOn')}
  from contract where tenant_id = $1 and customer_id = $2 order by ended_on nulls first, until desc nulls first, number limit 200`;
const CONSENTS = `select c.id, c.purpose, ${day('c.given_on', 'givenOn')}, c.how, coalesce(p.name, '') as "recordedBy", ${day('c.ended_on', 'endedOn')}, c.ended_how as "endedHow", coalesce(q.name, '') as "endedBy"
  from consent c left join person p on p.tenant_id = $1 and p.id = c.recorded_by left join person q on q.tenant_id = $1 and q.id = c.ended_by where c.tenant_id = $1 and c.customer_id = $2 order by c.ended_on nulls first, c.given_on desc, c.id limit 100`;
const WARRANTIES = `select w.id, w.part, w.house_id as "houseId", w.until::text as until, nullif(trim(both ' ' from coalesce(h.community, '') || ' ' || coalesce(h.code, '')), '') as house
  from warranty w left join house h on h.tenant_id = w.tenant_id and h.id = w.house_id where w.tenant_id = $1 and w.customer_id = $2 and w.ended_on is null order by w.until desc, w.part limit 60`;

/** All that is a customer's, as it stands on a day, in one round trip. @param today - a date like 2026-03-02 */
export async function belongingsOf<A extends TenantActor>(scope: Scope<A>, customer: string, today: string): Promise<Belongings> {
  const read = Object.entries({ houses: HOUSES, devices: DEVICES, contracts: CONTRACTS, consents: CONSENTS, warranties: WARRANTIES });
  const [homes, devices, contracts, consents, warranties] = (await scope.runAll(read.map(([name, text]) => ({ name: `file-of-${name}`, text, values: [scope.tenant, customer] })))).map(({ rows }) => rows) as [
    Belongings['homes'], Omit<Belongings['devices'][number], 'over'>[], Omit<Belongings['contracts'][number], 'standing'>[], Belongings['consents'], Omit<Belongings['warranties'][number], 'over'>[]];
  return {
    homes, consents,
    devices: devices.map((each) => ({ ...each, over: isOver(each.warrantyUntil, today) })),
    contracts: contracts.map((each) => ({ ...each, standing: standingOf(each, today) })),
    warranties: warranties.map((each) => ({ ...each, over: each.until < today })),
  };
}
