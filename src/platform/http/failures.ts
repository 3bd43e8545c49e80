import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { Language } from '#engine/text.ts';
import type { Log } from '#platform/log/index.ts';
import { Failure, missing, unavailable, unreadable, wrong } from '#platform/operations/index.ts';
import { unknownType } from './origin.ts';

const tooLarge = (): Failure =>
  new Failure(413, 'too-large', { zh: '提交的内容过大，请拆分或压缩后再提交。', en: 'What was sent is too large. Please split or shrink it.' });
const badAddress = { zh: '网址无法读取，请检查编码。', en: 'The address cannot be read. Please check how it is encoded.' };
const badRequest = { zh: '请求不完整，无法读取。', en: 'The request is not complete and cannot be read.' };
const noSuchPart = { zh: '文件没有这一段。', en: 'The file has no such part.' };
const outOfRange = { zh: '有一个数字或文字超出了可以保存的范围。', en: 'A number or a text is beyond what can be kept.' };

/** Answers with a failure in the reader's language. */
export function sendFailure(reply: FastifyReply, failure: Failure, language: Language): FastifyReply {
  const { details, issues, retryAfter } = failure.more;
  const told = issues ? { issues: issues.map((issue) => ({ path: issue.path, message: issue.message[language] })) } : details;
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  return reply
    .code(failure.status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ error: failure.error, message: failure.text[language], ...(told === undefined ? {} : { details: told }) }));
}

/**
 * The one translator from anything thrown to a failure. What nobody expected becomes 500 with a code that is also in the log;
 * neither its message nor its stack leaves the house.
 */
export function failureOf(error: unknown, log: Log, where: string): Failure {
  if (error instanceof Failure) return error;
  const code = codeOf(error);
  if (code.startsWith('FST_')) return ofFramework(code);
  if (code === 'ECONNRESET' && error instanceof Error && error.message === 'aborted') {
    // Its sender has left in the middle of it: nobody reads the answer, and nothing of ours is wrong.
    log.debug({ where }, 'a client left before its request was complete');
    return unreadable(badRequest);
  }
  // What the pages' files throw for a folder or a hidden name: nothing that can be looked at.
  if (error instanceof Error && error.name === 'ForbiddenError') return missing();
  // The same of a part beyond the end of the file.
  if (error instanceof Error && error.name === 'RangeNotSatisfiableError') return new Failure(416, 'no-such-part', noSuchPart);
  const ofDatabase = databaseFailure(error, code);
  if (ofDatabase) {
    log.warn({ code, where }, 'the database refused a statement');
    return ofDatabase;
  }
  return unexpected(error, log, where);
}

function unexpected(error: unknown, log: Log, where: string): Failure {
  const code = `E-${randomBytes(4).toString('hex').toUpperCase()}`;
  const stack = error instanceof Error ? error.stack : 'something that is no error was thrown';
  log.error({ code, where, stack }, 'a request failed unexpectedly');
  return new Failure(
    500,
    'unexpected',
    { zh: `系统出现了没有预料到的问题，请把编号 ${code} 告诉管理员。`, en: `Something unexpected went wrong. Please tell your administrator the code ${code}.` },
    { details: { code } },
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function ofFramework(code: string): Failure {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE' || code.endsWith('_LIMIT')) return tooLarge();
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || code === 'FST_INVALID_MULTIPART_CONTENT_TYPE') return unknownType();
  if (code === 'FST_ERR_BAD_URL') return unreadable(badAddress);
  return unreadable(badRequest);
}

const NO_CONNECTION = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', '57014', '57P01', '57P02', '57P03', '40001', '40P01', '55P03']);

/** Classes of PostgreSQL: 22 = the value does not fit its column, 08 and 53 = no connection or no room. */
function databaseFailure(error: unknown, code: string): Failure | null {
  const fromServer = error instanceof Error && 'severity' in error;
  if (fromServer && code.startsWith('22')) return wrong([{ path: [], message: outOfRange }]);
  if (fromServer && (code.startsWith('08') || code.startsWith('53') || NO_CONNECTION.has(code))) return unavailable();
  const noSession = error instanceof Error && /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|(connect|read|write) E)/.test(error.message);
  return noSession ? unavailable() : null;
}
