import type { FastifyInstance, FastifyRequest } from 'fastify';
import multipart from '@fastify/multipart';
import { Failure, unreadable, wrong, type Upload } from '#platform/operations/index.ts';
import { unknownType } from './origin.ts';

const LARGEST = 20 * 1024 * 1024;
const noFile = { zh: '请选择要上传的文件。', en: 'Please choose the file to upload.' };
const twoFiles = { zh: '一次只能上传一个文件，请分开上传。', en: 'One file is taken at a time. Please upload them one by one.' };
const brokenForm = { zh: '表单不完整，无法读取，请重新上传。', en: 'The form is not complete and cannot be read. Please upload it again.' };
const badName = { zh: '文件名无法使用，请改名后再上传。', en: 'The name of the file cannot be used. Please rename it.' };

/** Makes forms with one file readable; each operation decides whether it takes one. */
export async function takeForms(server: FastifyInstance): Promise<void> {
  await server.register(multipart, {
    // One file more than is taken, so that a second one can be named as what is wrong.
    limits: { fileSize: LARGEST, files: 2, fields: 20, fieldNameSize: 100, fieldSize: 100_000, parts: 22, headerPairs: 50 },
    throwFileSizeLimit: true,
  });
}

/**
 * Reads the form of an operation that takes a file.
 * @returns the file in memory and the other fields as texts.
 * @throws Failure 400, 415, 422, or what the reader throws for a file beyond 20 MB.
 */
export async function readForm(request: FastifyRequest): Promise<{ file: Upload; fields: Record<string, string> }> {
  if (!request.isMultipart()) throw unknownType();
  const fields = new Map<string, string>();
  let file: Upload | null = null;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file' && file) throw wrong([{ path: ['body', 'file'], message: twoFiles }]);
      if (part.type === 'file') file = { name: nameOf(part.filename), bytes: await part.toBuffer() };
      else fields.set(part.fieldname, String(part.value));
    }
  } catch (error) {
    // A form without its boundary or its end is a bare error of the reader; everything else it throws carries a code.
    if (error instanceof Error && 'code' in error && error.code === 'FST_FILES_LIMIT') throw wrong([{ path: ['body', 'file'], message: twoFiles }]);
    throw error instanceof Failure || (error instanceof Error && 'code' in error) ? error : unreadable(brokenForm);
  }
  if (!file) throw wrong([{ path: ['body', 'file'], message: noFile }]);
  return { file, fields: Object.fromEntries(fields) };
}

/** The last part of the name without what is invisible; where it is kept is never made from it. */
function nameOf(sent: string | undefined): string {
  const name = (sent ?? '').split(/[/\\]/).at(-1)?.replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '').trim() ?? '';
  if (name === '' || name === '.' || name === '..' || name.length > 200) throw wrong([{ path: ['body', 'file'], message: badName }]);
  return name;
}
