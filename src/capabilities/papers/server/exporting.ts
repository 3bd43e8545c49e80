import { formatInstant } from '#engine';
import { gatherTenant, seesCustomers } from '#capabilities/matters/index.ts';
import { recordHappening } from '#capabilities/audit/index.ts';
import { beginSheet, type Sheet } from '#platform/documents/index.ts';
import { withReadScope, type Scope, type TenantActor } from '#platform/db/index.ts';
import type { Actor, Context } from '#platform/operations/index.ts';
import { filterWords } from '../rules/filter-words.ts';
import { momentOf } from '../rules/words.ts';
import type { KeptFile } from './kept-files.ts';
import type { ExportList } from './lists/list.ts';

/** Up to here a list is made while its reader waits; longer ones are made in the background. */
export const AT_ONCE = 5_000;

/** An export on its way: whose, which list, how narrowed, and whether customers are named in full. */
export interface Exporting { readonly actor: Actor; readonly list: ExportList; readonly filter: Readonly<Record<string, unknown>>; readonly open: boolean; readonly watermark: string; readonly fileName: string }

/** Everything that has to be known before the first row. */
export function prepareExport(context: Context, actor: Actor, list: ExportList, filter: Readonly<Record<string, unknown>>): Promise<Exporting> {
  return withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const policies = around.policies.known.map(({ policy }) => policy);
    const open = seesCustomers(around, actor) || !list.columns.some((column) => column.personal !== undefined);
    const at = momentOf(formatInstant(around.now, actor.zone));
    const narrowed = filterWords(filter, list.said, policies, actor.language);
    const watermark = actor.language === 'zh'
      ? `${actor.name}（${actor.username}）${at} 导出 · ${list.title.zh} · 筛选：${narrowed}${open ? '' : ' · 客户信息已遮盖'} · 内部资料，注意保密`
      : `Exported by ${actor.name} (${actor.username}) ${at} · ${list.title.en} · filter: ${narrowed}${open ? '' : ' · customers masked'} · internal, keep confidential`;
    return { actor, list, filter, open, watermark, fileName: `${list.title[actor.language]} ${at.replace(':', '')}.xlsx` };
  });
}

/**
 * Writes a list row by row.
 * @param progress - called after each page with the number of rows so far; `false` stops, and nothing comes of it.
 * @returns null when it was stopped.
 */
export async function writeList(context: Context, { actor, list, filter, open, watermark }: Exporting, progress: (rows: number) => Promise<boolean> | boolean): Promise<{ readonly bytes: Uint8Array; readonly rows: number } | null> {
  const sheet: Sheet = beginSheet({ name: list.title[actor.language], watermark, columns: list.columns.map((column) => ({ title: column.title[actor.language], width: column.width })) });
  let rows = 0;
  for await (const page of list.pages(context, actor, filter, open)) {
    for (const row of page) sheet.add(row);
    rows += page.length;
    if (!(await progress(rows))) return null;
  }
  return { bytes: await sheet.finish(), rows };
}

/** The event that a list left the product, in the history of whoever took it; what it was narrowed to may name people and is erasable. */
export function recordExport(scope: Scope<TenantActor>, { actor, list, filter, open }: Exporting, rows: number, file: KeptFile, at: number): Promise<void> {
  const narrowed = Object.keys(filter).length === 0 ? {} : { filter: JSON.stringify(filter) };
  return recordHappening(scope, { stream: actor.person, of: 'person', type: 'exported', actor: actor.person, at, body: { list: list.id, rows, open, sha256: file.sha256 }, words: narrowed });
}
