import { unreadable } from '#platform/operations/index.ts';

export interface ReadQuery {
  readonly values: Readonly<Record<string, string>>;
  /** Names that came more than once: nobody can say which one is meant. */
  readonly repeated: readonly string[];
}

const broken = { zh: '网址中的参数无法读取，请检查编码。', en: 'The parameters of the address cannot be read. Please check how they are encoded.' };

/**
 * Reads the part of an address after `?`.
 * @throws unreadable when it is not percent-encoded UTF-8.
 */
export function readQuery(text: string): ReadQuery {
  const values = new Map<string, string>();
  const repeated = new Set<string>();
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const name = decode(at < 0 ? pair : pair.slice(0, at));
    if (values.has(name)) repeated.add(name);
    values.set(name, at < 0 ? '' : decode(pair.slice(at + 1)));
  }
  return { values: Object.fromEntries(values), repeated: [...repeated] };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw unreadable(broken);
  }
}
