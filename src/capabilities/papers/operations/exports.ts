import { z } from 'zod';
import { operation } from '#platform/operations/index.ts';
import { exportBody, exportJson, exportsAnswer } from '../contract.ts';
import { askExport, fileOfExport, listExports, readExport } from '../server/exports.ts';
import { openKept } from '../server/kept-files.ts';

// Each list states for itself who may take it out: whoever may open its page.
const own = { is: 'signed-in' } as const;
const byId = z.strictObject({ id: z.uuid() });

/** Lists as xlsx. One's own exports only; the register of all of them is a list itself. */
export const exportOperations = [
  operation({
    method: 'POST', path: '/api/exports', summary: { zh: '导出列表', en: 'Export a list' }, access: own, body: exportBody, answer: exportJson, status: 201, dry: true, repeated: 'kept',
    handle: ({ actor, input, request, context }) => askExport(context, actor, request, input.body),
  }),
  operation({
    method: 'GET', path: '/api/exports', summary: { zh: '我的导出', en: 'My exports' }, access: own, answer: exportsAnswer,
    handle: async ({ actor, context }) => ({ items: [...await listExports(context, actor)], next: null }),
  }),
  operation({
    method: 'GET', path: '/api/exports/{id}', summary: { zh: '导出进度', en: 'How far an export is' }, access: own, params: byId, answer: exportJson,
    handle: ({ actor, input, context }) => readExport(context, actor, input.params.id),
  }),
  operation({
    method: 'GET', path: '/api/exports/{id}/file', summary: { zh: '下载导出的文件', en: 'The file of an export' }, access: own, params: byId, answer: 'file',
    handle: async ({ actor, input, context }) => openKept(context, actor, await fileOfExport(context, actor, input.params.id)),
  }),
] as const;
