import type { Who } from '../policy.ts';

const SPECIAL = ['system', 'applicant', 'customer', 'about'] as const;

/**
 * Reads who is meant: `cs-manager`, `department-manager of handler`, `at least department-manager`, `it.actor`, `{ all: […] }`, `{ any: […] }`,
 * `{ every: position }`. Names are not looked up here.
 * @returns null when it cannot be read; a bare list is ambiguous (each of them, or one of them?) and is not read either.
 */
export function parseWho(raw: unknown): Who | null {
  if (typeof raw === 'string') return named(raw.trim());
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
  const [entry, ...more] = Object.entries(raw);
  if (!entry || more.length > 0) return null;
  const [op, of] = entry;
  if (op === 'every') {
    const each = parseWho(of);
    return each && { is: 'every', of: each };
  }
  if ((op !== 'all' && op !== 'any') || !Array.isArray(of) || of.length === 0) return null;
  const each = of.map(parseWho);
  return each.every((one) => one !== null) ? { is: op, of: each } : null;
}

function named(text: string): Who | null {
  const special = SPECIAL.find((name) => name === text);
  if (special) return { is: 'special', name: special };
  const it = /^it\.(\w+)$/.exec(text);
  if (it?.[1]) return { is: 'it', field: it[1] };
  const match = /^(at least )?([A-Za-z_][\w-]*)(?: of ([A-Za-z_][\w-]*))?$/.exec(text);
  return match?.[2] ? { is: 'name', name: match[2], of: match[3] ?? null, atLeast: match[1] !== undefined } : null;
}
