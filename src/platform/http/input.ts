import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { brokenText, Failure, issuesOf, mended, missing, tooDeep, wrong, type Issue, type Operation } from '#platform/operations/index.ts';
import { readQuery } from './query.ts';

export interface Input {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly dry: boolean;
}

const repeatedName = { zh: '这个参数出现了多次，请只保留一个。', en: 'This parameter came more than once. Please send it once.' };
const dryWord = { zh: '只能填 1 或 0。', en: 'It must be 1 or 0.' };
const badKey = { zh: 'Idempotency-Key 应为 1 到 200 个可见的 ASCII 字符。', en: 'An Idempotency-Key has 1 to 200 visible ASCII characters.' };
const bomb = { zh: '内容嵌套过深或过多，请拆分后再提交。', en: 'The content is nested too deeply or holds too many values. Please split it.' };

/** Where nothing is asked for, nothing is taken: whoever sends something means something that would not be done. */
const noBody = z.strictObject({}).optional();

/**
 * Reads all that a request says and compares it with what its operation declares.
 * @param body - the parsed JSON, or the fields of a form.
 * @throws Failure 404 for parameters that do not fit (like something absent), 422 with every wrong place, 400 for unreadable addresses.
 */
export function inputOf(operation: Operation, request: FastifyRequest, body: unknown): Input {
  const params = paramsOf(operation, request.params);
  const issues: Issue[] = [];
  const { query, dry } = queryOf(request.url, operation.query, operation.dry, issues);
  const read = checked(operation.body ?? noBody, body, 'body', issues);
  if (issues.length > 0) throw wrong(issues);
  return { params, query, body: operation.body ? read : undefined, dry };
}

function paramsOf(operation: Operation, sent: unknown): unknown {
  const parsed = operation.params.safeParse(sent);
  if (!parsed.success || brokenText(sent).length > 0) throw missing();
  return parsed.data;
}

/** Reads the query of an address with its schema; `dry` is taken out first where it is understood. */
export function queryOf(url: string, schema: z.ZodType, mayBeDry: boolean, issues: Issue[]): { query: unknown; dry: boolean } {
  const at = url.indexOf('?');
  const { values, repeated } = readQuery(at < 0 ? '' : url.slice(at + 1));
  for (const name of repeated) issues.push({ path: ['query', name], message: repeatedName });
  if (!mayBeDry || values['dry'] === undefined) return { query: checked(schema, values, 'query', issues), dry: false };
  const { dry, ...rest } = values;
  if (!['1', '0', 'true', 'false'].includes(dry ?? '')) issues.push({ path: ['query', 'dry'], message: dryWord });
  return { query: checked(schema, rest, 'query', issues), dry: dry === '1' || dry === 'true' };
}

function checked(schema: z.ZodType, given: unknown, part: 'query' | 'body', issues: Issue[]): unknown {
  if (tooDeep(given)) throw new Failure(422, 'wrong', bomb);
  const sent = mended(given);
  const broken = brokenText(sent, [part]);
  const parsed = schema.safeParse(sent, { reportInput: true });
  issues.push(...broken, ...(parsed.success ? [] : issuesOf(parsed.error.issues, [part])));
  return parsed.data;
}

/** @throws wrong when the key cannot be one. */
export function idempotencyKeyOf(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) throw wrong([{ path: ['headers', 'idempotency-key'], message: badKey }]);
  return key;
}
