import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { LONG_FILES } from './exceptions.ts';
import { withoutComments } from './tree/code.ts';
import { exists, foldersIn, isTest, pathsBelow, root, sources } from './tree/files.ts';

const AT_MOST = 300;
const MEDIAN_AT_MOST = 80;
const lines = (text: string): number => text.trimEnd().split('\n').length;

describe('files', () => {
  const all = sources(['src', 'test', 'bin'], { tests: true }).map(({ path, text }) => ({ path, lines: lines(text) }));

  it('are never longer than 300 lines', () => {
    const long = all.filter((each) => each.lines > AT_MOST).map(({ path }) => path);
    expect(long.filter((path) => !LONG_FILES.some((known) => known.path === path))).toEqual([]);
    expect(LONG_FILES.filter(({ path }) => !long.includes(path)), 'no longer needed').toEqual([]);
  });

  it('have about sixty lines in the middle', () => {
    const sorted = all.filter(({ path }) => path.startsWith('src/') && !isTest(path)).map((each) => each.lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(MEDIAN_AT_MOST);
  });

  it('are named for what they are, never for being useful', () => {
    const bags = /(^|[-/.])(utils?|helpers?|managers?|handlers?|common|misc|services?)([-/.]|$)/i;
    expect(['src', 'test', 'bin'].flatMap(pathsBelow).filter((path) => bags.test(path))).toEqual([]);
  });
});

describe('folders', () => {
  const folders = ['src/capabilities', 'src/engine', 'src/platform'].flatMap((above) => foldersIn(above).map((name) => `${above}/${name}`));

  it.each(['README.md', 'index.ts'])('of capabilities, of the engine and of the platform have a %s', (file) => {
    expect(folders.filter((folder) => !exists(`${folder}/${file}`))).toEqual([]);
  });

  it('of capabilities have the rooms everybody knows, and few more', () => {
    const rooms = new Set(foldersIn('src/capabilities').flatMap((name) => foldersIn(`src/capabilities/${name}`).map((room) => `${name}/${room}`)));
    const known = ['rules', 'server', 'web', 'operations'];
    // Rooms that are no room of every capability: a format of files to read in, and the seeds of a demonstration.
    const own = ['contacts/channels', 'policies/history', 'demonstration/seed'];
    expect([...rooms].filter((room) => !known.includes(room.split('/')[1] ?? '') && !own.includes(room))).toEqual([]);
  });
});

describe('the product', () => {
  const policies = readdirSync(join(root, 'policies'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

  /** What only one company calls itself: the folder, where its name is no everyday word, and the names in its demonstration. */
  function namesOf(policy: string): readonly string[] {
    const demo: unknown = exists(`policies/${policy}/demo.yaml`) ? parse(readFileSync(join(root, 'policies', policy, 'demo.yaml'), 'utf8')) : null;
    const said = demo !== null && typeof demo === 'object' ? Object.entries(demo).filter(([key]) => key === 'company' || key === 'site').map(([, value]) => String(value)) : [];
    return [...(policy.includes('-') ? [policy] : [`'${policy}'`, `"${policy}"`, `/${policy}/`]), ...said];
  }

  it('knows no company by name', () => {
    const names = policies.flatMap(namesOf);
    expect(names.length).toBeGreaterThanOrEqual(policies.length);
    const wrong = sources(['src', 'bin']).flatMap(({ path, text }) => {
      const said = withoutComments(text);
      return names.filter((name) => said.includes(name)).map((name) => `${path}: ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('leaves nothing half done', () => {
    const half = /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|nocheck)|\b(it|describe|test)\.(skip|only|todo)\b/;
    const wrong = sources(['src', 'bin', 'test'], { tests: true }).filter(({ path }) => path !== 'test/laws/shape.test.ts').filter(({ text }) => half.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});
