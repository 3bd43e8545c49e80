import { z } from 'zod';
import type { Operation } from '#platform/operations/index.ts';
import type { Served } from './options.ts';

type Json = Record<string, unknown>;

/** Describes all operations as OpenAPI 3.1, from the very schemas that requests are read with. */
export function describeApi(operations: readonly Served[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = operation.kind === 'stream' ? streamEntry(operation) : entryOf(operation);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Aftercare 售后', version, description: 'Times are ISO 8601 with offset. Every changing request may carry an Idempotency-Key.' },
    paths,
    components: {
      schemas: { Error: ERROR },
      securitySchemes: { cookie: { type: 'apiKey', in: 'cookie', name: 'aftercare' }, key: { type: 'http', scheme: 'bearer' } },
    },
  };
}

const ERROR = {
  type: 'object',
  required: ['error', 'message'],
  properties: { error: { type: 'string' }, message: { type: 'string' }, details: {} },
};

const said = (operation: Served): Json => ({
  operationId: `${operation.method.toLowerCase()}${operation.path.replace('/api', '').replace(/[{}]/g, '').replace(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase())}`,
  summary: `${operation.summary.zh} · ${operation.summary.en}`,
  'x-access': operation.access,
  security: operation.access.is === 'public' ? [] : [{ cookie: [] }, { key: [] }],
});

const failure = (description: string): Json => ({ description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } });

function entryOf(operation: Operation): Json {
  const inHeader = operation.method === 'GET' ? [] : [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } }];
  const dry = operation.dry ? [{ name: 'dry', in: 'query', required: false, schema: { enum: ['1', '0'] }, description: 'Same answer, nothing written.' }] : [];
  const parameters = [...parametersOf(operation.params, 'path'), ...parametersOf(operation.query, 'query'), ...dry, ...inHeader];
  const body = operation.upload ? formOf(operation.body) : operation.body && { 'application/json': { schema: schemaOf(operation.body, 'input') } };
  return {
    ...said(operation),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: { [operation.status]: answerOf(operation), default: failure('Refused: 401, 403, 404, 409, 422 … see error and message.') },
  };
}

function answerOf({ answer, status }: Operation): Json {
  if (answer === 'file') return { description: 'A file.', content: { 'application/octet-stream': { schema: { type: 'string', contentMediaType: 'application/octet-stream' } } } };
  if (status === 204) return { description: 'Done.' };
  return { description: 'Done.', content: { 'application/json': { schema: schemaOf(answer, 'output') } } };
}

function formOf(fields: z.ZodType | null): Json {
  const { properties = {} } = fields ? schemaOf(fields, 'input') : {};
  const file = { type: 'string', contentMediaType: 'application/octet-stream' };
  return { 'multipart/form-data': { schema: { type: 'object', required: ['file'], properties: { file, ...(properties as Json) } } } };
}

function streamEntry(stream: Served): Json {
  const parameters = parametersOf(stream.query, 'query');
  return {
    ...said(stream),
    ...(parameters.length > 0 ? { parameters } : {}),
    responses: { 200: { description: 'Server-sent events.', content: { 'text/event-stream': { schema: { type: 'string' } } } }, default: failure('Refused.') },
  };
}

function parametersOf(schema: z.ZodType, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, one]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: one }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  return rest;
}
