import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Whether something must be made anew from its sources. Quick when nothing was touched: names, sizes and times are compared;
 * contents are read only when those differ (a fresh checkout, a branch and back).
 * @param stamp - the file that remembers the sources of the last making.
 * @param sources - files and folders.
 * @param leaves - true for paths that do not count.
 * @returns null when it is fresh, else a function to call after the making.
 */
export function stale(stamp, sources, leaves = () => false) {
  const files = sources.flatMap((source) => filesIn(source)).filter((file) => !leaves(file));
  const seen = hash(files.map((file) => look(file)));
  const [seenBefore, meantBefore] = readOr(stamp, '').split('\n');
  if (seen === seenBefore) return null;
  const meant = hash(files.map((file) => `${file}\0${readFileSync(file).toString('base64')}`));
  const remember = () => {
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, `${seen}\n${meant}\n`);
  };
  if (meant !== meantBefore) return remember;
  remember();
  return null;
}

function filesIn(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]));
}

function look(file) {
  const { size, mtimeMs } = statSync(file);
  return `${file}\0${size}\0${mtimeMs}`;
}

function hash(parts) {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

function readOr(file, otherwise) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}
