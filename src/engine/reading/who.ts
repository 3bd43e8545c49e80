import type { Who } from '../policy.ts';
import type { Text } from '../text.ts';
import type { RawPolicy } from './schema/document.ts';

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

/** Says what is wrong with a bearer that cannot be read; who writes a title instead of a code is told the code. */
export function unreadableWho(raw: unknown, { positions = {}, units = {}, kinds }: RawPolicy): Text {
  const titled = [positions, units, ...Object.values(kinds).map((kind) => kind.roles ?? {})].flatMap((each) => Object.entries(each));
  const code = titled.find(([, { title }]) => title === raw)?.[0];
  const [zh, en] = code === undefined ? ['。请写岗位、部门或角色的代号', '; write the code of a position, unit or role'] : [`，是否应为“${code}”`, `; did you mean “${code}”?`];
  return { zh: `读不懂由谁办理：${JSON.stringify(raw)}${zh}`, en: `cannot read who is meant: ${JSON.stringify(raw)}${en}` };
}

function named(text: string): Who | null {
  const special = SPECIAL.find((name) => name === text);
  if (special) return { is: 'special', name: special };
  const it = /^it\.(\w+)$/.exec(text);
  if (it?.[1]) return { is: 'it', field: it[1] };
  const match = /^(at least )?([A-Za-z_][\w-]*)(?: of ([A-Za-z_][\w-]*))?$/.exec(text);
  return match?.[2] ? { is: 'name', name: match[2], of: match[3] ?? null, atLeast: match[1] !== undefined } : null;
}
