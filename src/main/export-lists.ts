import type { z } from 'zod';
import { deskOperations } from '#capabilities/desk/index.ts';
import { deskAnswer, deskFilter, type DeskRow } from '#capabilities/desk/contract.ts';
import { noticeOperations } from '#capabilities/notices/index.ts';
import { noticeFilter, noticesAnswer, type NoticeJson } from '#capabilities/notices/contract.ts';
import { exportList, LISTS, momentOf, pagesOf, stateTitle, works, type ExportList } from '#capabilities/papers/index.ts';
import type { Actor, Context, Operation } from '#platform/operations/index.ts';

const PAGE = 200;
type Listing = readonly { readonly method: string; readonly path: string; readonly kind: string }[];

/** Reads a list as its page does, through the operation at its address: the sheet can show nothing that the page does not. */
function readerOf<A extends z.ZodType>(operations: Listing, path: string, answer: A) {
  const found = operations.find((each) => each.method === 'GET' && each.path === path && each.kind === 'answer') as Operation | undefined;
  if (!found) throw new Error(`There is no list at ${path}.`);
  return async (context: Context, actor: Actor, query: object): Promise<z.output<A>> => answer.parse(await found.handle({
    actor, context, file: null, input: { params: {}, query, body: undefined },
    request: { language: actor.language, idempotencyKey: null, address: '', dry: false, cookie: () => undefined },
  }));
}

const desk = readerOf(deskOperations, '/api/desk', deskAnswer);
const notices = readerOf(noticeOperations, '/api/notices', noticesAnswer);

/** My desk, view by view, as it stands on its page. */
const deskList = exportList<DeskRow>()({
  id: 'desk', title: { zh: '我的待办', en: 'My desk' }, may: works, filter: deskFilter.omit({ cursor: true, limit: true }), said: { view: { zh: '页签', en: 'view' }, project: { zh: '项目', en: 'project' } },
  columns: [
    { title: { zh: '应于', en: 'Due' }, width: 18, value: (row) => momentOf(row.next.dueAt) },
    { title: { zh: '状态', en: 'State' }, width: 8, value: (row, actor) => stateTitle(row.next.state, actor.language) },
    { title: { zh: '下一步', en: 'Next' }, width: 18, value: (row) => row.next.title },
    { title: { zh: '责任人', en: 'By' }, width: 20, value: (row) => row.next.bearerTitle },
    { title: { zh: '单号', en: 'Number' }, width: 20, value: (row) => row.matter.number },
    { title: { zh: '种类', en: 'Kind' }, width: 10, value: (row) => row.matter.kindTitle },
    { title: { zh: '级别', en: 'Severity' }, width: 12, value: (row) => row.matter.severityTitle ?? '' },
    { title: { zh: '客户', en: 'Customer' }, width: 14, personal: 'name', value: (row) => row.matter.customerName },
    { title: { zh: '摘要', en: 'Summary' }, width: 36, value: (row) => row.matter.subject },
    { title: { zh: '阶段', en: 'Stage' }, width: 10, value: (row) => row.matter.stageTitle },
    { title: { zh: '依据', en: 'Clause' }, width: 18, value: (row) => row.next.clause },
    { title: { zh: '另有', en: 'Others' }, width: 6, value: (row) => row.others },
    { title: { zh: '催办', en: 'Chased' }, width: 6, value: (row) => row.chased },
    { title: { zh: '登记时间', en: 'Received' }, width: 18, value: (row) => momentOf(row.matter.receivedAt) },
  ],
  pages: (context, actor, filter) => pagesOf((cursor) => desk(context, actor, { ...filter, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) })),
});

/** One's own notices, newest first. */
const noticeList = exportList<NoticeJson>()({
  id: 'notices', title: { zh: '我的通知', en: 'My notices' }, may: () => true, filter: noticeFilter.omit({ cursor: true, limit: true }), said: { class: { zh: '类别', en: 'class' }, open: { zh: '未处理', en: 'open' } },
  columns: [
    { title: { zh: '时间', en: 'Time' }, width: 18, value: (row) => momentOf(row.at) },
    { title: { zh: '单号', en: 'Number' }, width: 20, value: (row) => row.matter?.number ?? '' },
    { title: { zh: '通知', en: 'Notice' }, width: 70, value: (row) => row.text },
    { title: { zh: '依据', en: 'Clause' }, width: 18, value: (row) => row.clause.join('、') },
    { title: { zh: '已读', en: 'Read' }, width: 6, value: (row) => (row.read ? '✓' : '') },
  ],
  pages: (context, actor, filter) => pagesOf((cursor) => notices(context, actor, { ...filter, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) })),
});

/** Every list of the product that leaves as xlsx. */
export const exportLists: readonly ExportList[] = [...LISTS, deskList, noticeList];
