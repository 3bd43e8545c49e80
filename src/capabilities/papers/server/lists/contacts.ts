import { contactFilter, type ContactRow } from '../../contract.ts';
import { channelTitle, momentOf } from '../../rules/words.ts';
import { listContacts } from '../contacts.ts';
import { exportList, pagesOf, works } from './list.ts';

const PAGE = 200;

/** The register of calls, visits and letters, with the filters of its page. */
export const contactsList = exportList<ContactRow>()({
  id: 'contacts', title: { zh: '来电来访流水', en: 'Contacts' }, may: works, filter: contactFilter.omit({ cursor: true, limit: true }),
  said: { from: { zh: '从', en: 'from' }, to: { zh: '到', en: 'to' }, channel: { zh: '方式', en: 'by' }, search: { zh: '搜索', en: 'search' } },
  columns: [
    { title: { zh: '时间', en: 'Time' }, width: 18, value: (row) => momentOf(row.at) },
    { title: { zh: '方式', en: 'By' }, width: 8, value: (row, actor) => channelTitle(row.channel, actor.language) },
    { title: { zh: '来电（访）人', en: 'Caller' }, width: 14, personal: 'name', value: (row) => row.caller },
    { title: { zh: '电话', en: 'Phone' }, width: 15, personal: 'phone', value: (row) => row.phone },
    { title: { zh: '位置', en: 'Place' }, width: 24, personal: 'address', value: (row) => row.place },
    { title: { zh: '类型', en: 'Kind' }, width: 10, value: (row) => row.kind },
    { title: { zh: '单号', en: 'Number' }, width: 20, value: (row) => row.number },
    { title: { zh: '内容', en: 'Content' }, width: 60, value: (row) => row.content },
    { title: { zh: '承诺答复', en: 'Promised' }, width: 18, value: (row) => momentOf(row.promised) },
    { title: { zh: '转送', en: 'Forwarded to' }, width: 16, value: (row) => row.forwardedTo },
    { title: { zh: '转送时间', en: 'Forwarded' }, width: 18, value: (row) => momentOf(row.forwardedAt) },
    { title: { zh: '签收', en: 'Taken' }, width: 18, value: (row) => momentOf(row.acceptedAt) },
    { title: { zh: '处理结果', en: 'Result' }, width: 12, value: (row) => row.result },
    { title: { zh: '答复', en: 'Replied' }, width: 18, value: (row) => momentOf(row.repliedAt) },
    { title: { zh: '满意否', en: 'Satisfied' }, width: 10, value: (row) => row.satisfied },
    { title: { zh: '记录人', en: 'By' }, width: 12, value: (row) => row.recordedBy },
  ],
  pages: (context, actor, filter) => pagesOf((cursor) => listContacts(context, actor, { ...filter, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) })),
});
