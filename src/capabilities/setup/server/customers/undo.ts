import { recordHappening } from '#capabilities/audit/index.ts';
import { holdAllFiles, tellMany } from '#capabilities/customers/index.ts';
import type { Scope } from '#platform/db/index.ts';
import { conflict, missing, type Actor, type Context } from '#platform/operations/index.ts';
import { CHANGED_SINCE, EMPTY_WORDS, FORGET, FREE_HOMES, HOLD, LEAVE, LOCK, REMOVE, UNDONE, UNTOUCHED } from './undo-statements.ts';

/** As long as an import can be taken back. */
export const UNDO_WITHIN = 86_400_000;

interface Batch { readonly imported_at: number; readonly undone_at: number | null }
interface Gone { readonly id: string; readonly customer: string | null }

/**
 * Takes back what an import brought, within 24 hours. What has been used since (a matter, a change) stays, and is counted.
 * @throws Failure 404 for none, 409 when it is too late or was done before
 */
export async function undoImport(scope: Scope<Actor>, context: Context, id: string): Promise<{ removed: number; kept: number }> {
  const at = context.clock.now();
  await holdAllFiles(scope);
  const batch = (await scope.run<Batch>({ text: LOCK, values: [scope.tenant, id] })).rows[0];
  if (!batch) throw missing();
  if (batch.undone_at !== null) throw conflict('undone-before', { zh: '这次导入已经撤销过了。', en: 'This import was undone before.' });
  if (at > batch.imported_at + UNDO_WITHIN) throw conflict('too-late', { zh: '超过 24 小时，不能再整批撤销；请逐条更改。', en: 'It is more than 24 hours ago; please change the rows one by one.' });
  await scope.run({ text: HOLD, values: [scope.tenant, id] });
  const untouched = (await scope.run<{ id: string }>({ text: UNTOUCHED, values: [scope.tenant, id] })).rows.map((row) => row.id);
  const gone: Gone[] = [];
  for (const [thing, table] of [['device', 'device'], ['warranty', 'warranty']] as const) gone.push(...(await scope.run<Gone>({ text: REMOVE(thing, table), values: [scope.tenant, id, untouched] })).rows);
  gone.push(...(await scope.run<Gone>({ text: LEAVE, values: [scope.tenant, id, untouched] })).rows, ...(await scope.run<Gone>({ text: FREE_HOMES, values: [scope.tenant, id, untouched] })).rows);
  await scope.run({ text: FORGET, values: [scope.tenant, untouched, new Date(at)] });
  await scope.run({ text: EMPTY_WORDS, values: [scope.tenant, untouched] });
  await context.forgetInSearch(scope, untouched);
  const streams = new Set([...untouched, ...gone.flatMap(({ customer }) => customer ?? [])]);
  await tellMany(scope, new Map([...streams].map((stream) => [stream, [{ type: 'import-undone', body: { import: id }, words: {} }]])), { actor: scope.actor.person, at });
  const kept = (await scope.run<{ kept: number }>({ text: CHANGED_SINCE, values: [scope.tenant, id] })).rows[0]?.kept ?? 0;
  const removed = untouched.length + gone.length;
  await scope.run({ text: UNDONE, values: [scope.tenant, id, new Date(at), scope.actor.person, kept] });
  await recordHappening(scope, { stream: scope.tenant, of: 'company', type: 'customers-import-undone', actor: scope.actor.person, at, body: { import: id, removed, kept } });
  return { removed, kept };
}
