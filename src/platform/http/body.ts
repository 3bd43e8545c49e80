import type { FastifyInstance } from 'fastify';
import { unreadable } from '#platform/operations/index.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

const notUtf8 = { zh: '提交的内容不是 UTF-8 编码，无法读取。', en: 'What was sent is not UTF-8 and cannot be read.' };
const notJson = { zh: '提交的内容不是完整的 JSON，无法读取。', en: 'What was sent is not valid JSON and cannot be read.' };

/**
 * Reads JSON. Broken UTF-8 is refused and never silently replaced: what is kept must be what was sent.
 * @returns undefined for an empty body.
 * @throws unreadable
 */
export function readJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw unreadable(notUtf8);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable(notJson);
  }
}

/** The only bodies understood are JSON in UTF-8, and forms where an operation takes a file. */
export function takeJsonBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, bytes: Buffer) => readJson(bytes));
}
