import { describe, expect, it } from 'vitest';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { FILLS } from '../../src/main/web/older-browsers.ts';
import { codeOnly, withoutComments } from './tree/code.ts';
import { page } from './tree/pages.ts';
import { pathsBelow, root, sources } from './tree/files.ts';

const HAN = /\p{Script=Han}/u;
const wordFiles = ['src/ui', 'src/capabilities', 'src/main/web'].flatMap(pathsBelow).filter((path) => /(^|\/)words\.ts$|src\/ui\/words\/parts\.ts$/.test(path) && !path.includes('/server/') && path !== 'src/ui/words/words.ts');

interface Pair { readonly path: string; readonly word: string; readonly zh: unknown; readonly en: unknown }

async function pairsOf(path: string): Promise<readonly Pair[]> {
  const lists: Readonly<Record<string, unknown>> = await import(pathToFileURL(join(root, path)).href);
  return Object.values(lists).filter((list): list is Record<string, Record<string, unknown>> => typeof list === 'object' && list !== null && !Array.isArray(list))
    .flatMap((list) => Object.entries(list).map(([word, said]) => ({ path, word, zh: said['zh'], en: said['en'] })));
}

describe('the words on the screen', async () => {
  const pairs = (await Promise.all(wordFiles.map(pairsOf))).flat();

  it('are found', () => {
    expect(wordFiles.length).toBeGreaterThan(6);
    expect(pairs.length).toBeGreaterThan(300);
  });

  it('are there in Chinese and in English', () => {
    expect(pairs.filter(({ zh, en }) => typeof zh !== 'string' || typeof en !== 'string' || zh === '' || en === '').map(({ path, word }) => `${path}: ${word}`)).toEqual([]);
  });

  it('are English where they say so, but for the name of the other language', () => {
    expect(pairs.filter(({ word, en }) => HAN.test(String(en)) && word !== 'otherLanguage').map(({ path, word }) => `${path}: ${word}`)).toEqual([]);
  });

  it('keep to Chinese punctuation in Chinese, and to one stop at the end', () => {
    const half = /[\p{Script=Han}」》）][,;!?](?!\w)|[,;?]\p{Script=Han}|\p{Script=Han}[:(]|[)]\p{Script=Han}|。[；，。]/u;
    expect(pairs.filter(({ zh }) => half.test(String(zh))).map(({ path, word }) => `${path}: ${word}`)).toEqual([]);
    // Sentences of the server and of the engine stand as `zh: '…'` in the code.
    const said = sources(['src']).flatMap(({ path, text }) => [...text.matchAll(/\bzh: (['`])((?:(?!\1).)*)\1/gu)].map(([, , zh = '']) => ({ path, zh })));
    expect(said.length).toBeGreaterThan(500);
    expect(said.filter(({ zh }) => half.test(zh.replace(/\$\{[^}]*\}/gu, '—'))).map(({ path, zh }) => `${path}: ${zh}`)).toEqual([]);
  });

  it('leave the same places for values in both', () => {
    const places = (text: unknown): string => [...String(text).matchAll(/\{(\w+)\}/gu)].map(([, name]) => name).toSorted().join();
    expect(pairs.filter(({ zh, en }) => places(zh) !== places(en)).map(({ path, word }) => `${path}: ${word}`)).toEqual([]);
  });

  it('accuse nobody, and call nothing what only lawyers and programmers call it', () => {
    expect(pairs.filter(({ zh }) => /义务|禁令|违规|工单|异常|非法/u.test(String(zh).replaceAll('派工单', ''))).map(({ path, word }) => `${path}: ${word}`)).toEqual([]);
  });

  it('stand in lists of words, not in the pages', () => {
    const wrong = sources(['src/ui', 'src/capabilities', 'src/main/web']).filter(({ path }) => path.endsWith('.tsx'))
      .flatMap(({ path, text }) => withoutComments(text).split('\n').filter((line) => HAN.test(line.replaceAll(/'中文'|'、'/gu, ''))).map((line) => `${path}: ${line.trim()}`));
    expect(wrong).toEqual([]);
  });
});

describe('a day or a time on the screen', () => {
  it('is picked in the reader’s language, never in the browser’s own box', () => {
    const boxes = /type=(?:"|\{[^}]*')(?:date|datetime-local|time|month|week)['"]/;
    expect('<input type="date" />').toMatch(boxes);
    expect(sources(['src/ui', 'src/capabilities', 'src/main/web']).filter(({ path, text }) => path.endsWith('.tsx') && boxes.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('the colours on the screen', () => {
  const sheets = ['src/ui', 'src/capabilities', 'src/main/web'].flatMap(pathsBelow).filter((path) => path.endsWith('.css'));

  it('are named, so that they are others in the dark', () => {
    // Printed pages are black on white in either look.
    const written = (text: string): readonly string[] => text.replaceAll(/@media print \{(?:[^{}]|\{[^{}]*\})*\}/gu, '').match(/#[0-9a-f]{3,8}\b(?=[^{}]*[;}])/giu) ?? [];
    expect(sheets.flatMap((path) => written(page(path)).map((colour) => `${path}: ${colour}`))).toEqual([]);
  });
});

describe('what Chrome 89 lacks of the language’s library', () => {
  const filled = FILLS.map(({ name }) => name);
  const NEWER = ['at', 'findLast', 'findLastIndex', 'hasOwn', 'toSorted', 'toReversed', 'toSpliced', 'structuredClone', 'randomUUID', 'groupBy', 'fromAsync', 'withResolvers', 'isWellFormed', 'difference', 'intersection', 'isSubsetOf'];

  it('is filled in where pages use it, and used nowhere else', () => {
    const used = new RegExp(String.raw`(?:\.|\b)(${NEWER.join('|')})\(`, 'g');
    const pages = sources(['src/ui', 'src/capabilities', 'src/main/web', 'src/engine']).filter(({ path }) => /\/web\/|^src\/ui\//.test(path));
    const wrong = pages.flatMap(({ path, text }) => [...codeOnly(text).matchAll(used)].map(([, name = '']) => name).filter((name) => !filled.includes(name)).map((name) => `${path}: ${name}`));
    expect(wrong).toEqual([]);
  });

  it.each(FILLS.map(({ of, name, does }) => [name, of, does] as const))('%s does what the browser’s own does', (name, of, does) => {
    const own = (of as Readonly<Record<string, (...given: unknown[]) => unknown>>)[name];
    if (own === undefined) throw new Error(`this Node has no ${name}`);
    const things: unknown[] = of === String.prototype ? ['', '售后', 'abc'] : of === Object ? [{ a: 1 }, [], Object.create({ a: 1 })] : [[], [3, 1, 2], ['b', 'a']];
    const given: unknown[][] = name === 'at' ? [[0], [-1], [7], [-7]] : name === 'hasOwn' ? [['a'], ['length']] : name.startsWith('find') ? [[(one: unknown) => one === 1], [() => false], [() => true]] : [[]];
    for (const thing of things) {
      for (const each of given) {
        const told = of === Object ? does(...[thing, ...each] as never[]) : does.apply(thing as never, each as never[]);
        expect(told).toEqual(of === Object ? own(thing, ...each) : own.apply(thing, each));
      }
    }
  });
});
