import { z } from 'zod';
import { formatInstant } from '#engine';
import { withReadScope } from '#platform/db/index.ts';
import { momentOf } from '../../rules/words.ts';
import { exportList } from './list.ts';

const PAGE = 500;
const EXPORTS = `select e.id, e.at, e.list, e.state, e.rows, coalesce(p.name, '—') as name, e.filter::text as filter, coalesce(encode(f.sha256, 'hex'), '') as sha256
  from export_job e left join person p on p.tenant_id = e.tenant_id and p.id = e.person_id left join kept_file f on f.tenant_id = e.tenant_id and f.id = e.file_id
  where e.tenant_id = $1 and ($2::uuid is null or e.id < $2) order by e.id desc limit ${PAGE}`;

interface Row { readonly id: string; readonly at: number; readonly list: string; readonly state: string; readonly rows: number; readonly name: string; readonly filter: string; readonly sha256: string }

/** Who took which list out of the product; for those who audit. */
export const exportsList = exportList<Row>()({
  id: 'exports', title: { zh: '导出记录', en: 'Exports' }, may: (actor) => actor.rights.includes('audit'), filter: z.strictObject({}), said: {},
  columns: [
    { title: { zh: '时间', en: 'Time' }, width: 18, value: (row, actor) => momentOf(formatInstant(row.at, actor.zone)) },
    { title: { zh: '导出人', en: 'By' }, width: 14, value: (row) => row.name },
    { title: { zh: '列表', en: 'List' }, width: 16, value: (row) => row.list },
    { title: { zh: '筛选', en: 'Filter' }, width: 50, value: (row) => row.filter },
    { title: { zh: '行数', en: 'Rows' }, width: 10, value: (row) => row.rows },
    { title: { zh: '状态', en: 'State' }, width: 10, value: (row) => row.state },
    { title: { zh: '校验码', en: 'SHA-256' }, width: 66, value: (row) => row.sha256 },
  ],
  async* pages(context, actor) {
    for (let after: string | null = null, page: readonly Row[] = []; ; after = page.at(-1)?.id ?? null) {
      const from: string | null = after;
      page = await withReadScope(context.db, actor, async (scope) => (await scope.run<Row>({ name: 'export-exports', text: EXPORTS, values: [scope.tenant, from] })).rows);
      yield page;
      if (page.length < PAGE) return;
    }
  },
});
