import { z } from 'zod';
import type { Operation } from '../../../src/platform/operations/index.ts';

type Json = Record<string, unknown>;

/** Bodies and queries that the schema alone does not tell: by `METHOD path`. */
const OURS: Readonly<Record<string, unknown>> = {
  'GET /api/matters/{id}/why': { of: 'role', name: 'first-receiver' },
  'POST /api/people': { username: 'example', name: 'example' },
};

/**
 * A body that an operation takes, made from its schema.
 * @throws Error naming the operation for which one has to be written down above.
 */
export function bodyFor(operation: Operation): unknown {
  if (!operation.body) return undefined;
  const name = `${operation.method} ${operation.path}`;
  const body = OURS[name] ?? exampleOf(z.toJSONSchema(operation.body, { io: 'input', unrepresentable: 'any' }) as Json);
  if (!operation.body.safeParse(body).success) throw new Error(`No example could be made for ${name}: write one into test/server/battery/examples.ts.`);
  return body;
}

/** What an operation must be asked with behind `?`, made from its schema; '' where nothing is needed. */
export function queryFor(operation: Operation): string {
  if (!operation.query || operation.query.safeParse({}).success) return '';
  const asked = (OURS[`${operation.method} ${operation.path}`] ?? exampleOf(z.toJSONSchema(operation.query, { io: 'input', unrepresentable: 'any' }) as Json)) as Readonly<Record<string, string | number>>;
  return `?${new URLSearchParams(Object.entries(asked).map(([name, value]): [string, string] => [name, String(value)]))}`;
}

/** Parameters that name no object of a company: a form that every matter has. */
const NAMED: Readonly<Record<string, string>> = { form: 'evidence-pack' };

/** The address of an operation with its parameters filled in. */
export function addressOf(path: string, id: string): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => NAMED[name] ?? id);
}

/** What stands wherever an example names something by its id. */
export const EXAMPLE_ID = '0196f0a0-0000-7000-8000-00000000000a';
const FORMATS: Readonly<Record<string, string>> = {
  uuid: EXAMPLE_ID, email: 'a@example.com', date: '2026-03-02', 'date-time': '2026-03-02T09:00:00+08:00', uri: 'https://example.com/',
};

export function exampleOf(schema: Json): unknown {
  const choices = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined;
  if (choices?.[0]) return exampleOf(choices[0]);
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  switch (schema['type']) {
    case 'object':
      return Object.fromEntries(required(schema).map(([name, one]) => [name, exampleOf(one)]));
    case 'array':
      return Array.from({ length: Number(schema['minItems'] ?? 0) }, () => exampleOf((schema['items'] ?? {}) as Json));
    case 'integer':
    case 'number':
      return Number(schema['minimum'] ?? 1);
    case 'boolean':
      return true;
    case 'string':
      return FORMATS[String(schema['format'])] ?? 'ab'.padEnd(Number(schema['minLength'] ?? 2), 'c');
    default:
      return null;
  }
}

function required(schema: Json): [string, Json][] {
  const names = (schema['required'] ?? []) as string[];
  const properties = (schema['properties'] ?? {}) as Record<string, Json>;
  return names.map((name) => [name, properties[name] ?? {}]);
}
