import { describe, expect, it } from 'vitest';
import { codeOnly } from './tree/code.ts';
import { sources, type SourceFile } from './tree/files.ts';
import { importsOf } from './tree/imports.ts';

const isRules = ({ path }: SourceFile): boolean => path.split('/').slice(0, -1).includes('rules');
const pure = [...sources(['src/engine']), ...sources(['src/capabilities', 'src/ui']).filter(isRules)];

/** Packages that only compute. */
const COMPUTING = ['@noble/hashes', 'chinese-days', 'temporal-polyfill', 'yaml', 'zod'];

/** What a pure room may not say, in words of the language. */
const IMPURE: readonly (readonly [string, RegExp])[] = [
  ['a clock', /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new\s|\.)\bDate\(|\bperformance\b|\bTemporal\.Now\b|\bhrtime\b/],
  ['chance', /\bMath\.random\b|\bcrypto\b|\brandomBytes\b|\brandomUUID\b/],
  ['waiting', /\bset(Timeout|Interval|Immediate)\b|\bqueueMicrotask\b|\basync\b|\bawait\b|\bPromise\b/],
  ['the world outside', /\bprocess\b(?!\s*:)|\bfetch\(|\bconsole\b|\bglobalThis\b|\b(?:window|document)\.(?:location|title|cookie|body|create\w+|query\w+|get\w+By\w+|add\w+)\b|\blocalStorage\b|\bnavigator\b|\brequire\(|\bimport\(/],
];

/** Where a file says it: `path:line`. */
function places(files: readonly SourceFile[], said: RegExp): readonly string[] {
  return files.flatMap(({ path, text }) => codeOnly(text).split('\n').flatMap((line, at) => (said.test(line) ? [`${path}:${at + 1}`] : [])));
}

describe('the engine and every room of rules', () => {
  it('are found where they are', () => {
    expect(pure.length).toBeGreaterThan(100);
    expect(pure.filter(isRules).length).toBeGreaterThan(5);
  });

  it.each(IMPURE)('have no %s', (_what, said) => {
    expect(places(pure, said)).toEqual([]);
  });

  it('use packages only that compute, and nothing of Node', () => {
    const wrong = pure.flatMap(importsOf).filter(({ ours, to }) => !ours && !COMPUTING.includes(to));
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('would be found out', () => {
    const planted = { path: 'x.ts', text: 'const a = Date.now();\nconst b = new Date(5);\nconst c = Math.random(); // fetch(\nconst d = "process";' };
    expect(IMPURE.flatMap(([, said]) => places([planted], said))).toEqual(['x.ts:1', 'x.ts:3']);
  });
});

describe('the environment', () => {
  it('is read by the settings and where a program begins, and nowhere else', () => {
    const wrong = places(sources(['src']), /\bprocess\.env\b/).filter((place) => !/^src\/(platform\/config\/|main\/[^/]+\.ts:)/.test(place));
    expect(wrong).toEqual([]);
  });
});
