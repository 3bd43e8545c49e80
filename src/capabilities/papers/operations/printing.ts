import { z } from 'zod';
import { operation } from '#platform/operations/index.ts';
import { batchAnswer, batchBody, contactFilter, contactsAnswer, previewQuery, printablesAnswer, printBody, registerBody } from '../contract.ts';
import { printRegister } from '../server/contact-register.ts';
import { listContacts } from '../server/contacts.ts';
import { openKept } from '../server/kept-files.ts';
import { preview, print, printBatch } from '../server/print.ts';
import { printables } from '../server/printables.ts';

const work = { is: 'right', right: 'work' } as const;
const byId = z.strictObject({ id: z.uuid() });
const byForm = z.strictObject({ id: z.uuid(), form: z.string().min(1).max(80) });

/** Forms of matters as PDF. Whoever may see a matter may print it; every print but a preview counts. */
export const printOperations = [
  operation({
    method: 'GET', path: '/api/matters/{id}/papers', summary: { zh: '可以打印的表单', en: 'What can be printed' }, access: work, params: byId, answer: printablesAnswer,
    handle: async ({ actor, input, context }) => ({ items: [...await printables(context, actor, input.params.id)], next: null }),
  }),
  operation({
    method: 'GET', path: '/api/matters/{id}/papers/{form}', summary: { zh: '打印预览（不计次数）', en: 'Preview, not counted' }, access: work, params: byForm, query: previewQuery, answer: 'file',
    handle: ({ actor, input, context }) => preview(context, actor, input.params.id, input.params.form, input.query.paper ?? 'a4'),
  }),
  operation({
    method: 'POST', path: '/api/matters/{id}/papers/{form}', summary: { zh: '打印表单', en: 'Print a form' }, access: work, params: byForm, body: printBody, answer: 'file', repeated: 'kept',
    handle: ({ actor, input: { params, body }, request, context }) => print(context, actor, request, { ...body, form: params.form, matters: [params.id], path: `/api/matters/${params.id}/papers/${params.form}` }),
  }),
  operation({
    method: 'POST', path: '/api/papers/batch', summary: { zh: '连续打印', en: 'Print several' }, access: work, body: batchBody, answer: batchAnswer, repeated: 'kept',
    handle: ({ actor, input: { body }, request, context }) => printBatch(context, actor, request, { ...body, path: '/api/papers/batch' }),
  }),
  operation({
    method: 'GET', path: '/api/contacts', summary: { zh: '来电来访流水', en: 'Calls, visits and letters' }, access: work, query: contactFilter, answer: contactsAnswer,
    handle: ({ actor, input, context }) => listContacts(context, actor, input.query),
  }),
  operation({
    method: 'POST', path: '/api/papers/contact-register', summary: { zh: '来电来访处理记录表', en: 'Register of calls and visits' }, access: work, body: registerBody, answer: 'file', repeated: 'kept',
    handle: ({ actor, input, request, context }) => printRegister(context, actor, request, input.body),
  }),
  operation({
    method: 'GET', path: '/api/papers/files/{id}', summary: { zh: '刚才打印的文件', en: 'The file of a print' }, access: work, params: byId, answer: 'file',
    handle: ({ actor, input, context }) => openKept(context, actor, input.params.id),
  }),
] as const;
