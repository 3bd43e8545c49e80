import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { operations } from '../../src/main/operations.ts';
import { withoutComments } from './tree/code.ts';
import { exists, pathsBelow, root, sources } from './tree/files.ts';

const ADDRESS = /\bmethod:\s*'([A-Z]+)',\s*path:\s*'(\/[^']*)'/g;

/** Every operation that is written down anywhere, by its address. */
const written = sources(['src']).filter(({ path }) => !path.startsWith('src/platform/') && !path.includes('/web/')).flatMap(({ path, text }) =>
  [...withoutComments(text).matchAll(ADDRESS)].map(([, method, address]) => ({ path, address: `${method} ${address}` })));
const registered = operations.map((each) => (each.kind === 'answer' ? `${each.method} ${each.path}` : `GET ${each.path}`));

describe('the registry of operations', () => {
  it('has every operation that a folder declares', () => {
    expect(written.filter(({ address }) => !registered.includes(address))).toEqual([]);
  });

  it('has no operation that stands in no folder of operations', () => {
    const declared = written.filter(({ path }) => /\/operations(\/|\.ts$)|^src\/main\//.test(path)).map(({ address }) => address);
    const paths = sources(['src']).filter(({ path }) => /\/operations(\/|\.ts$)|^src\/main\//.test(path)).map(({ text }) => text).join('\n');
    // Streams name a path only.
    expect(registered.filter((address) => !declared.includes(address) && !paths.includes(`'${address.slice(4)}'`))).toEqual([]);
  });

  it('has no address twice', () => {
    expect(registered.filter((address, at) => registered.indexOf(address) !== at)).toEqual([]);
  });
});

describe('the scripts of the package', () => {
  const scripts: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts;

  it('start programs that are there', () => {
    const programs = Object.values(scripts).flatMap((script) => [...script.matchAll(/\bnode (\S+)/g)].map(([, program = '']) => program));
    expect(programs.filter((program) => !exists(program))).toEqual([]);
  });

  it('are all that any page tells its reader to run', () => {
    const pages = ['src', 'bin', 'test', 'policies', 'migrations'].filter(exists).flatMap(pathsBelow).concat(['README.md', 'docs/README.md'].filter(exists)).filter((path) => path.endsWith('.md'));
    const told = pages.flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(/\bnpm run (?:-s )?([a-z][\w:-]*)/g)].map(([, name = '']) => ({ path, name })));
    expect(told.filter(({ name }) => scripts[name] === undefined)).toEqual([]);
  });
});

describe('the same request sent twice', () => {
  const changing = operations.flatMap((each) => (each.kind === 'answer' && each.method !== 'GET' && each.access.is !== 'public' ? [each] : []));
  const named = (those: typeof changing): readonly string[] => those.map(({ method, path }) => `${method} ${path}`);

  it('has been thought of in every operation that changes something: made with `changing`, or stated as `repeated`', () => {
    expect(named(changing.filter(({ repeated }) => repeated === null))).toEqual([]);
  });

  it('gets its first answer again everywhere but here', () => {
    // Each says why where it is declared: one ends the sign-in, the others write nothing.
    expect(named(changing.filter(({ repeated }) => repeated !== 'kept')).toSorted()).toEqual(['POST /api/customer-imports/check', 'POST /api/installation/certificate-check', 'POST /api/installation/folder-check', 'POST /api/intake/forecast', 'POST /api/logout', 'POST /api/people-import/sheet']);
  });
});
