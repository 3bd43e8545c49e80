import { listMatters } from '#capabilities/matters/index.ts';
import { matterFilter, type MatterRow } from '#capabilities/matters/contract.ts';
import { withReadScope } from '#platform/db/index.ts';
import type { Actor, Context } from '#platform/operations/index.ts';
import { channelTitle, momentOf } from '../../rules/words.ts';
import { exportList, pagesOf, works } from './list.ts';

const PAGE = 200;
const PHONES = 'select m.id, c.phone, m.content from matter m left join customer c on c.tenant_id = m.tenant_id and c.id = m.customer_id where m.tenant_id = $1 and m.id = any($2::uuid[])';

interface Row extends MatterRow { readonly phone: string; readonly content: string }

/** All matters one may see, newest first, with the filters of their page. */
export const mattersList = exportList<Row>()({
  id: 'matters', title: { zh: '事项', en: 'Matters' }, may: works, filter: matterFilter.omit({ cursor: true, limit: true }),
  said: {
    kind: { zh: '种类', en: 'kind' }, stage: { zh: '阶段', en: 'stage' }, severity: { zh: '级别', en: 'severity' }, customer: { zh: '客户', en: 'customer' }, number: { zh: '单号', en: 'number' }, search: { zh: '搜索', en: 'search' },
    open: { zh: '未结', en: 'open' }, overdue: { zh: '超时', en: 'overdue' }, view: { zh: '筛选', en: 'view' }, project: { zh: '项目', en: 'project' }, from: { zh: '从', en: 'from' }, to: { zh: '到', en: 'to' },
  },
  columns: [
    { title: { zh: '单号', en: 'Number' }, width: 20, value: (row) => row.number },
    { title: { zh: '种类', en: 'Kind' }, width: 10, value: (row) => row.kindTitle },
    { title: { zh: '级别', en: 'Severity' }, width: 12, value: (row) => row.severityTitle ?? '' },
    { title: { zh: '客户', en: 'Customer' }, width: 14, personal: 'name', value: (row) => row.customerName },
    { title: { zh: '电话', en: 'Phone' }, width: 15, personal: 'phone', value: (row) => row.phone },
    { title: { zh: '位置', en: 'Place' }, width: 24, personal: 'address', value: (row) => row.place },
    { title: { zh: '摘要', en: 'Summary' }, width: 32, value: (row) => row.subject },
    { title: { zh: '内容', en: 'Content' }, width: 60, value: (row) => row.content },
    { title: { zh: '阶段', en: 'Stage' }, width: 10, value: (row) => row.stageTitle },
    { title: { zh: '经办', en: 'Handled by' }, width: 18, value: (row) => row.handler },
    { title: { zh: '首问', en: 'First receiver' }, width: 14, value: (row) => row.firstReceiver },
    { title: { zh: '方式', en: 'Came by' }, width: 8, value: (row, actor) => channelTitle(row.channel, actor.language) },
    { title: { zh: '登记时间', en: 'Received' }, width: 18, value: (row) => momentOf(row.receivedAt) },
    { title: { zh: '最近时限', en: 'Next due' }, width: 18, value: (row) => momentOf(row.firstDueAt) },
    { title: { zh: '已结', en: 'Ended' }, width: 6, value: (row) => (row.ended ? '✓' : '') },
  ],
  async* pages(context, actor, filter) {
    for await (const page of pagesOf((cursor) => listMatters(context, actor, { ...filter, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }))) yield await withCustomers(context, actor, page);
  },
});

function withCustomers(context: Context, actor: Actor, page: readonly MatterRow[]): Promise<readonly Row[]> {
  return withReadScope(context.db, actor, async (scope) => {
    const { rows } = await scope.run<{ id: string; phone: string | null; content: string }>({ name: 'export-phones', text: PHONES, values: [scope.tenant, page.map((row) => row.id)] });
    const found = new Map(rows.map((row) => [row.id, row]));
    return page.map((row) => ({ ...row, phone: found.get(row.id)?.phone ?? '', content: found.get(row.id)?.content ?? '' }));
  });
}
