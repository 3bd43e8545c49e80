import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './files.ts';

/** The text of a page of documentation, by its path from the root. */
export function page(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** What stands in the fences of one language, in the order of the page. */
export function fenced(text: string, language: string): readonly string[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].filter(([, named]) => named === language).map(([, , inside = '']) => inside);
}

/** Names in the first cells of the rows of all tables, where those are names in code quotes. */
export function rowsNamed(text: string): readonly string[] {
  return [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name);
}

/** What a shell would run: the lines of its fences, without comments and without what is quoted, which is said in the reader's language. */
export function commandsOf(text: string): readonly string[] {
  return fenced(text, 'sh').flatMap((block) => block.split('\n')).map((line) => line.replace(/\s#.*$/, '').trim()).filter((line) => line !== '' && !line.startsWith('password='))
    .map((line) => line.replace(/accept-language: \w+/, 'accept-language'));
}

/** Commands and addresses that stand within sentences. */
export function namedWithin(text: string): readonly string[] {
  const said = [...text.matchAll(/`((?:npm (?:start|test|run)|GET|POST|policy|audit)\b[^`]*)`/g)].map(([, name = '']) => name);
  return [...new Set(said)].sort();
}

/** Relative links of a page. */
export function linksOf(text: string): readonly string[] {
  return [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => link).filter((link) => !/^\w+:/.test(link));
}
