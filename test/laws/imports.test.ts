import { describe, expect, it } from 'vitest';
import { CIRCLE_EXCEPTIONS, DOOR_EXCEPTIONS } from './exceptions.ts';
import { foldersIn, sources } from './tree/files.ts';
import { importsOf, type Import } from './tree/imports.ts';

const imports = sources(['src']).flatMap(importsOf).filter(({ ours }) => ours);
const line = ({ from, to }: Import): string => `${from} → ${to}`;
const part = (path: string): string => path.split('/')[1] ?? '';
const capability = (path: string): string | null => (path.startsWith('src/capabilities/') ? path.split('/')[2] ?? null : null);

/** What may be known to whom: a capability knows those of earlier rows, and none of its own row. All others come after the last. */
const ORDER: readonly (readonly string[])[] = [['identity', 'audit'], ['organisation'], ['customers', 'policies'], ['matters']];
const rowOf = (name: string): number => {
  const found = ORDER.findIndex((row) => row.includes(name));
  return found < 0 ? ORDER.length : found;
};

describe('the order of imports', () => {
  it('lets platform, engine and ui know nothing of capabilities and of main', () => {
    const wrong = imports.filter(({ from, to }) => ['platform', 'engine', 'ui'].includes(part(from)) && ['capabilities', 'main'].includes(part(to)));
    expect(wrong.map(line)).toEqual([]);
  });

  it('lets the engine know nothing but itself', () => {
    expect(imports.filter(({ from, to }) => part(from) === 'engine' && part(to) !== 'engine').map(line)).toEqual([]);
  });

  it('lets ui know of the platform nothing at all, and the platform of the engine only its words', () => {
    expect(imports.filter(({ from, to }) => part(from) === 'ui' && part(to) === 'platform').map(line)).toEqual([]);
    expect(imports.filter(({ from, to }) => part(from) === 'platform' && (part(to) === 'ui' || (part(to) === 'engine' && !/^src\/engine\/(index|text|instant|canonical)\.ts$/.test(to)))).map(line)).toEqual([]);
  });

  it('lets nobody know main but main', () => {
    expect(imports.filter(({ from, to }) => part(to) === 'main' && part(from) !== 'main').map(line)).toEqual([]);
  });

  it('lets capabilities know only those before them', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [own, other] = [capability(from), capability(to)];
      return own !== null && other !== null && own !== other && rowOf(own) <= rowOf(other);
    });
    expect(wrong.map(line)).toEqual([]);
  });

  it('has every capability of the order in the tree', () => {
    expect(ORDER.flat().filter((name) => !foldersIn('src/capabilities').includes(name))).toEqual([]);
  });
});

describe('the files', () => {
  it('do not know each other in a circle: what two of them share lies in a third', () => {
    const excused = (circle: string): boolean => CIRCLE_EXCEPTIONS.some(({ within }) => circle.split(' → ').every((file) => file.startsWith(`${within}/`)));
    expect(circlesOf(imports).filter((circle) => !excused(circle))).toEqual([]);
  });
});

/** Files that reach themselves again by imports, those of types as well; each circle once, by the file it is first met in. Doors only hand on. */
function circlesOf(all: readonly Import[]): readonly string[] {
  const known = new Map<string, string[]>();
  for (const { from, to } of all) if (!from.endsWith('/index.ts') && !to.endsWith('/index.ts')) known.set(from, [...(known.get(from) ?? []), to]);
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'open') found.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (state.has(file)) return;
    state.set(file, 'open');
    for (const to of known.get(file) ?? []) visit(to, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of known.keys()) visit(file, []);
  return found;
}

describe('the doors', () => {
  const excused = ({ from, to }: Import) => DOOR_EXCEPTIONS.filter((each) => from.startsWith(`${each.from}/`) && to.startsWith(`${each.into}/`));

  it('of folders are the only way into them', () => {
    expect(imports.filter((each) => passesDoor(each) && excused(each).length === 0).map(line)).toEqual([]);
  });

  it('have no exception that is no longer needed', () => {
    const needed = new Set(imports.filter(passesDoor).flatMap(excused));
    expect(DOOR_EXCEPTIONS.filter((each) => !needed.has(each))).toEqual([]);
  });
});

/** The parts that have a door: every capability, every part of the engine and of the platform, and ui. Inside a part, its files know each other. */
const PART = /^src\/(?:(?:capabilities|engine|platform)\/[^/]+|ui)(?=\/)/;
/** What else is a door: of a capability its contract and its web room; of ui what rules may use, and its looks. */
const DOORS = /^src\/(?:capabilities\/[^/]+\/(?:index|contract|web\/index)\.ts|(?:engine|platform)\/[^/]+\/index\.ts|ui\/(?:index|rules\/index)\.ts|ui\/look\/index\.css)$/;

/** Whether an import enters a part it does not lie in, past its doors. In the engine a type may be named where it stands: nothing of it runs. */
function passesDoor({ from, to, types }: Import): boolean {
  const entered = PART.exec(to)?.[0];
  if (entered === undefined || from.startsWith(`${entered}/`) || DOORS.test(to)) return false;
  return !(types && part(from) === 'engine' && part(to) === 'engine');
}

describe('the rooms', () => {
  it('of the browser take nothing from those of the server', () => {
    const wrong = imports.filter(({ from, to }) => inRoom(from, 'web') && (inRoom(to, 'server') || inRoom(to, 'operations') || part(to) === 'platform'));
    expect(wrong.map(line)).toEqual([]);
  });

  it('of the browser enter other capabilities by the doors made for browsers', () => {
    const wrong = imports.filter(({ from, to }) => inRoom(from, 'web') && capability(to) !== null && /^src\/capabilities\/[^/]+\/index\.ts$/.test(to));
    expect(wrong.map(line)).toEqual([]);
  });

  it('of rules take from the engine, from contracts and from other rules only', () => {
    const wrong = imports.filter(({ from, to }) => inRoom(from, 'rules') && !(inRoom(to, 'rules') || part(to) === 'engine' || to.endsWith('/contract.ts')));
    expect(wrong.map(line)).toEqual([]);
  });
});

function inRoom(path: string, room: string): boolean {
  return path.split('/').slice(0, -1).includes(room) && (path.startsWith('src/capabilities/') || path.startsWith('src/ui/') || (room === 'web' && path.startsWith('src/main/')));
}
