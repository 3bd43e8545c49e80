import { z } from 'zod';
import { listRefusals } from '#capabilities/matters/index.ts';
import type { refusalRow } from '#capabilities/matters/contract.ts';
import { momentOf } from '../../rules/words.ts';
import { exportList, pagesOf } from './list.ts';

const PAGE = 200;

/** The refusal register, newest first; for those who oversee. */
export const refusalsList = exportList<z.output<typeof refusalRow>>()({
  id: 'refusals', title: { zh: '拒绝记录', en: 'Refused acts' }, may: (actor) => actor.rights.includes('oversee'), filter: z.strictObject({ matter: z.uuid().optional() }), said: { matter: { zh: '事项', en: 'matter' } },
  columns: [
    { title: { zh: '时间', en: 'Time' }, width: 18, value: (row) => momentOf(row.at) },
    { title: { zh: '办理人', en: 'By' }, width: 14, value: (row) => row.whoName },
    { title: { zh: '种类', en: 'Kind' }, width: 14, value: (row) => row.kind },
    { title: { zh: '办理', en: 'Act' }, width: 16, value: (row) => row.act },
    { title: { zh: '依据', en: 'Clause' }, width: 20, value: (row) => row.clause.join('、') },
    { title: { zh: '原因', en: 'Reason' }, width: 70, value: (row) => row.texts.join('\n') },
  ],
  pages: (context, actor, filter) => pagesOf((cursor) => listRefusals(context, actor, { ...filter, limit: PAGE, cursor })),
});
