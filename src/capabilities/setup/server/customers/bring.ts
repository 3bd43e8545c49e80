import { recordHappening } from '#capabilities/audit/index.ts';
import { bringIn, type Many, type NewThing } from '#capabilities/customers/index.ts';
import { uuidv7, type Scope } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import { countLooked, type Looked, type Step, type Who } from '../../rules/customers/plan.ts';
import type { CustomerSheetName } from '../../rules/customers/sheets.ts';

const BATCH = 'insert into import_batch (tenant_id, id, sheet, file, brought, same, wrong, imported_at, imported_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)';
const IMPORTED = 'insert into imported (tenant_id, import_id, thing, id) select $1, $2, thing, id from jsonb_to_recordset($3::jsonb) as x(thing text, id uuid)';

/** Where rows come from. */
export interface Source { readonly sheet: CustomerSheetName; readonly file: string; readonly at: number }

/** Writes what the rows bring, with an event for each, and keeps what came by which import. In the caller's transaction: all of it or nothing. */
export async function bringRows(scope: Scope<Actor>, looked: readonly Looked[], { sheet, file, at }: Source): Promise<{ id: string }> {
  const id = uuidv7();
  const counts = countLooked(sheet, looked);
  const many = manyOf(looked);
  await bringIn(scope, many, { actor: scope.actor.person, at, body: { import: id } });
  await scope.run({ text: BATCH, values: [scope.tenant, id, sheet, file.slice(0, 200), counts.new, counts.same, counts.wrong, new Date(at), scope.actor.person] });
  const brought = [...many.customers.map((each) => ({ thing: 'customer', id: each.id })), ...many.things.map((each) => ({ thing: THING[each.is], id: each.id })), ...many.moves.map(({ home }) => ({ thing: 'moved', id: home }))];
  await scope.run({ text: IMPORTED, values: [scope.tenant, id, JSON.stringify(brought)] });
  await recordHappening(scope, { stream: scope.tenant, of: 'company', type: 'customers-imported', actor: scope.actor.person, at, body: { import: id, sheet, ...counts } });
  return { id };
}

const THING = { houses: 'house', devices: 'device', warranties: 'warranty', contracts: 'contract', consents: 'consent' } as const;

/** The rows' steps with ids: a row that brings a customer or a home is named by its number. */
function manyOf(looked: readonly Looked[]): Many {
  const steps = looked.flatMap((each) => (each.is === 'new' ? each.steps.map((step) => ({ row: each.row, step })) : []));
  const ids = (is: Step['is']): ReadonlyMap<number, string> => new Map(steps.filter(({ step }) => step.is === is).map(({ row }) => [row, uuidv7()]));
  const [customers, homes] = [ids('customer'), ids('house')];
  const idOf = (known: ReadonlyMap<number, string>, who: Who): string => ('id' in who ? who.id : (known.get(who.row) ?? ''));
  const many: { customers: Many['customers'][number][]; things: NewThing[]; moves: Many['moves'][number][] } = { customers: [], things: [], moves: [] };
  for (const { row, step } of steps) {
    if (step.is === 'customer') many.customers.push({ id: customers.get(row) ?? '', name: step.name, phone: step.phone, address: step.address, project: step.project, keyCustomer: step.key });
    else if (step.is === 'house') many.things.push({ is: 'houses', id: homes.get(row) ?? '', customer: step.owner && idOf(customers, step.owner), values: step.values });
    else if (step.is === 'move') many.moves.push({ home: step.home, customer: idOf(customers, step.owner) });
    else if (step.is === 'device') many.things.push({ is: 'devices', id: uuidv7(), customer: idOf(customers, step.owner), values: { ...step.values, houseId: step.home } });
    else many.things.push({ is: 'warranties', id: uuidv7(), customer: idOf(customers, step.owner), values: { part: step.part, until: step.until, houseId: idOf(homes, step.home) } });
  }
  return many;
}
