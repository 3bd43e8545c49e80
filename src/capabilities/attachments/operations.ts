import { z } from 'zod';
import { missing, operation } from '#platform/operations/index.ts';
import { attachmentJson, attachmentsAnswer, uploadBody } from './contract.ts';
import { listAttachments, readAttachment } from './server/read.ts';
import { upload } from './server/upload.ts';

const work = { is: 'right', right: 'work' } as const;
const byId = z.strictObject({ id: z.uuid() });

/** Uploading files, and getting them back. */
export const attachmentOperations = [
  operation({
    method: 'POST', path: '/api/attachments', summary: { zh: '上传附件', en: 'Upload a file' }, access: work, body: uploadBody, answer: attachmentJson, status: 201, upload: true, repeated: 'kept',
    handle({ actor, input, request, context, file }) {
      if (!file) throw missing();
      return upload(context, actor, request, file, input.body.matter ?? null);
    },
  }),
  operation({
    method: 'GET', path: '/api/attachments/{id}', summary: { zh: '查看附件', en: 'Read a file' }, access: work, params: byId, answer: 'file',
    handle: ({ actor, input, context }) => readAttachment(context, actor, input.params.id),
  }),
  operation({
    method: 'GET', path: '/api/matters/{id}/attachments', summary: { zh: '事项的附件', en: 'Files of a matter' }, access: work, params: byId, answer: attachmentsAnswer,
    handle: ({ actor, input, context }) => listAttachments(context, actor, input.params.id),
  }),
] as const;
