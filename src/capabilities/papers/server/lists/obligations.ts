import type { z } from 'zod';
import { listObligations } from '#capabilities/matters/index.ts';
import { obligationFilter, type obligationRow } from '#capabilities/matters/contract.ts';
import { momentOf, stateTitle } from '../../rules/words.ts';
import { exportList, pagesOf, works } from './list.ts';

const PAGE = 200;

/** 时限: who owes what until when, because of which clause, and whether it was kept. */
export const obligationsList = exportList<z.output<typeof obligationRow>>()({
  id: 'obligations', title: { zh: '时限', en: 'Times' }, may: works, filter: obligationFilter.omit({ cursor: true, limit: true }),
  said: { state: { zh: '结果', en: 'state' }, bearer: { zh: '责任人', en: 'bearer' }, matter: { zh: '事项', en: 'matter' } },
  columns: [
    { title: { zh: '单号', en: 'Number' }, width: 20, value: (row) => row.matter.number },
    { title: { zh: '摘要', en: 'Summary' }, width: 32, value: (row) => row.matter.subject },
    { title: { zh: '规定动作', en: 'To be done' }, width: 22, value: (row) => row.title },
    { title: { zh: '责任人', en: 'By' }, width: 20, value: (row) => row.bearerTitle },
    { title: { zh: '依据', en: 'Clause' }, width: 18, value: (row) => row.clause },
    { title: { zh: '系统默认', en: 'System default' }, width: 24, value: (row) => row.ours ?? '' },
    { title: { zh: '开始', en: 'From' }, width: 18, value: (row) => momentOf(row.startedAt) },
    { title: { zh: '应于', en: 'Due' }, width: 18, value: (row) => momentOf(row.dueAt) },
    { title: { zh: '完成', en: 'Done' }, width: 18, value: (row) => momentOf(row.metAt) },
    { title: { zh: '结果', en: 'Kept' }, width: 10, value: (row, actor) => stateTitle(row.state, actor.language) },
  ],
  pages: (context, actor, filter) => pagesOf((cursor) => listObligations(context, actor, { ...filter, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) })),
});
