import { onCompanyClock, recordHappening } from '#capabilities/audit/index.ts';
import { uuidv7, type Scope } from '#platform/db/index.ts';
import { conflict, missing, type Actor, type Context } from '#platform/operations/index.ts';
import './context.ts';
import { holdAllFiles } from './holding.ts';

interface Row { readonly id: string; readonly name: string }
/** What moved from one file into another, by ids. */
interface Moved { readonly matters: readonly string[]; readonly houses: readonly string[]; readonly devices: readonly string[]; readonly contracts: readonly string[]; readonly consents: readonly string[]; readonly warranties: readonly string[]; readonly merged: readonly string[] }

const LOCK = 'select id, name from customer where tenant_id = $1 and id = any($2::uuid[]) and erased_at is null and merged_into is null order by id for update';
const PARTS = 'select id from customer where tenant_id = $1 and merged_into = $2 order by id for update';
const TABLES = { houses: 'house', devices: 'device', contracts: 'contract', consents: 'consent', warranties: 'warranty' } as const;
const move = (table: string): string => `update ${table} set customer_id = $3 where tenant_id = $1 and customer_id = $2 and ($4::uuid[] is null or id = any($4)) returning id`;
/** Files that had become part of the merged one go with it, so that a merged id is never two steps away from its file. */
const INTO = 'update customer set merged_into = $3 where tenant_id = $1 and merged_into = $2 and ($4::uuid[] is null or id = any($4)) returning id';
const MERGED = 'update customer set merged_into = $3 where tenant_id = $1 and id = $2';
const KEEP = 'insert into customer_merge (tenant_id, id, survivor, merged, moved, merged_at, merged_by) values ($1, $2, $3, $4, $5, $6, $7)';

/**
 * Makes one file of two: everything of `from` becomes part of `into`; events in both streams.
 * @throws Failure 404 when one of them is not there (or no longer, or part of another file), 409 for one and the same
 */
export async function mergeCustomers(scope: Scope<Actor>, context: Context, into: string, from: string, reason: string): Promise<{ id: string }> {
  if (into === from) throw conflict('same-customer', { zh: '这是同一份档案，不用合并。', en: 'It is one and the same file.' });
  await holdAllFiles(scope);
  await scope.run({ name: 'merge-parts', text: PARTS, values: [scope.tenant, from] });
  const rows = (await scope.run<Row>({ name: 'merge-lock', text: LOCK, values: [scope.tenant, [into, from]] })).rows;
  const survivor = rows.find((row) => row.id === into);
  const merged = rows.find((row) => row.id === from);
  if (!survivor || !merged) throw missing();
  const moved = await moveAll(scope, context, from, survivor, null);
  await scope.run({ name: 'merge-mark', text: MERGED, values: [scope.tenant, from, into] });
  const id = uuidv7();
  const at = context.clock.now();
  await scope.run({ name: 'merge-keep', text: KEEP, values: [scope.tenant, id, into, from, JSON.stringify(moved), new Date(await onCompanyClock(scope, at)), scope.actor.person] });
  await tellBoth(scope, at, into, from, { took: 'took-over', gave: 'became-part' }, { merge: id, moved }, reason);
  return { id };
}

const ONE = 'select id from customer where tenant_id = $1 and id = $2 for update';
const MERGE = 'select survivor, merged, moved from customer_merge where tenant_id = $1 and id = $2 and undone_at is null for update';
const UNDONE = 'update customer_merge set undone_at = $3, undone_by = $4 where tenant_id = $1 and id = $2';
/** The search reads him in again. */
const FREE = 'update customer set merged_into = null, sought = null where tenant_id = $1 and id = $2 and merged_into = $3 and erased_at is null returning id, name';

/**
 * Takes two files apart again: what moved goes back, as far as it is still there; what came since stays with the one who has it.
 * @throws Failure 404 for none, 409 when the file has meanwhile become part of another, or was erased
 */
export async function undoMerge(scope: Scope<Actor>, context: Context, survivor: string, merge: string): Promise<{ id: string }> {
  await holdAllFiles(scope);
  const row = (await scope.run<{ survivor: string; merged: string; moved: Moved }>({ name: 'merge-one', text: MERGE, values: [scope.tenant, merge] })).rows[0];
  if (!row || row.survivor !== survivor) throw missing();
  for (const id of [row.merged, survivor]) await scope.run({ name: 'merge-hold', text: ONE, values: [scope.tenant, id] });
  const freed = (await scope.run<Row>({ name: 'merge-free', text: FREE, values: [scope.tenant, row.merged, survivor] })).rows[0];
  if (!freed) throw conflict('merged-further', { zh: '这份档案后来又并入了别的档案，请先撤销那一次。', en: 'This file has become part of another since. Please undo that first.' });
  const moved = await moveAll(scope, context, survivor, freed, row.moved);
  const at = context.clock.now();
  await scope.run({ name: 'merge-undone', text: UNDONE, values: [scope.tenant, merge, new Date(await onCompanyClock(scope, at)), scope.actor.person] });
  await tellBoth(scope, at, survivor, row.merged, { took: 'gave-back', gave: 'stands-alone' }, { merge, moved }, '');
  return { id: row.merged };
}

async function moveAll(scope: Scope<Actor>, context: Context, from: string, to: Row, only: Moved | null): Promise<Moved> {
  const ids = async (name: string, text: string, these: readonly string[] | undefined): Promise<readonly string[]> =>
    (await scope.run<{ id: string }>({ name: `merge-${name}`, text, values: [scope.tenant, from, to.id, these ?? null] })).rows.map(({ id }) => id).toSorted();
  const matters = await context.moveMatters(scope, from, to, only?.matters ?? null);
  const moved: Record<string, readonly string[]> = {};
  for (const [name, table] of Object.entries(TABLES)) moved[name] = await ids(name, move(table), only?.[name as keyof Moved]);
  return { ...moved, matters, merged: await ids('into', INTO, only?.merged) } as Moved;
}

async function tellBoth(scope: Scope<Actor>, at: number, into: string, from: string, types: { readonly took: string; readonly gave: string }, body: { readonly merge: string; readonly moved: Moved }, reason: string): Promise<void> {
  const words = reason === '' ? {} : { reason };
  const happening = { of: 'customer', actor: scope.actor.person, at, words } as const;
  await recordHappening(scope, { ...happening, stream: into, type: types.took, body: { ...body, from } });
  await recordHappening(scope, { ...happening, stream: from, type: types.gave, body: { merge: body.merge, into } });
}
