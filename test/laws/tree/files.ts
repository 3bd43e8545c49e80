import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packageRoot } from '../../../src/platform/config/index.ts';

export const root = packageRoot();

/** A file of the repository, by its path from the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const SOURCE = /\.(ts|tsx|mjs)$/;
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

/** All files below a folder, by path from the root, in the order of their names. */
export function pathsBelow(folder: string): readonly string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')).sort();
}

/** Source files below folders; tests are left out unless they are wanted. */
export function sources(folders: readonly string[], { tests = false } = {}): readonly SourceFile[] {
  return folders.flatMap(pathsBelow).filter((path) => SOURCE.test(path) && (tests || !isTest(path))).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Names of the folders in a folder that have a file in them, at any depth. */
export function foldersIn(folder: string): readonly string[] {
  return [...new Set(pathsBelow(folder).map((path) => path.slice(folder.length + 1).split('/')).filter((parts) => parts.length > 1).map(([first = '']) => first))];
}

export function exists(path: string): boolean {
  return statSync(join(root, path), { throwIfNoEntry: false }) !== undefined;
}
