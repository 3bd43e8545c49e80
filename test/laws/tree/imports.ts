import { posix } from 'node:path';
import { withoutComments } from './code.ts';
import type { SourceFile } from './files.ts';

/** One import: who, of what. `to` is a path from the root for our own files, the name of a package otherwise. */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly ours: boolean;
  /** Only types: gone when it runs. */
  readonly types: boolean;
}

const STATEMENT = /(?:^|;)[^\S\n]*(import|export)[^\S\n]+(type[^\S\n]+)?(?:[\w*$\s{},]+?\sfrom\s*)?(['"])([^'"\n]+)\3/gm;
const CALL = /\bimport\(\s*(['"])([^'"\n]+)\1\s*\)/g;

/** All imports and re-exports of a file, those made while it runs as well. */
export function importsOf({ path, text }: SourceFile): readonly Import[] {
  const bare = withoutComments(text);
  const statements = [...bare.matchAll(STATEMENT)].map((match) => ({ name: match[4] ?? '', types: match[2] !== undefined }));
  const calls = [...bare.matchAll(CALL)].map((match) => ({ name: match[2] ?? '', types: false }));
  return [...statements, ...calls].map(({ name, types }) => ({ from: path, types, ...resolved(path, name) }));
}

function resolved(from: string, name: string): Pick<Import, 'to' | 'ours'> {
  if (name === '#engine') return { to: 'src/engine/index.ts', ours: true };
  if (name.startsWith('#')) return { to: `src/${name.slice(1)}`, ours: true };
  if (name.startsWith('.')) return { to: posix.normalize(posix.join(posix.dirname(from), name)), ours: true };
  return { to: packageOf(name), ours: false };
}

const packageOf = (name: string): string => (name.startsWith('node:') ? name : name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/'));
