import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { KeptFile } from '../contract.ts';

/** Counts and hashes what passes by. */
function measured(): { readonly through: Transform; result(): { readonly bytes: number; readonly sha256: string } } {
  const hash = createHash('sha256');
  let bytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { through, result: () => ({ bytes, sha256: hash.digest('hex') }) };
}

/** On the disk for certain when it is closed, and for nobody else's eyes. */
const written = (path: string) => createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });

/** Writes lines, compressed, without ever holding more of them than came at once. */
export async function writeLines(folder: string, file: string, pages: AsyncIterable<readonly string[]>): Promise<KeptFile> {
  const { through, result } = measured();
  const texts = Readable.from((async function* () { for await (const page of pages) yield page.join(''); })());
  await mkdir(dirname(join(folder, file)), { recursive: true, mode: 0o700 });
  await pipeline(texts, createGzip({ level: 5 }), through, written(join(folder, file)));
  return { file, ...result() };
}

/** The lines of a file written by `writeLines`, as many at a time as come. Only the line feed ends one: texts may hold any other sign. @throws what the reader says of damaged ones */
export async function* readLines(path: string): AsyncGenerator<readonly string[]> {
  const source = createReadStream(path);
  const plain = createGunzip();
  source.on('error', (error) => plain.destroy(error));
  let begun = '';
  for await (const text of source.pipe(plain).setEncoding('utf8') as AsyncIterable<string>) {
    const lines = `${begun}${text}`.split('\n');
    begun = lines.pop() ?? '';
    if (lines.length > 0) yield lines;
  }
  if (begun !== '') throw new Error(`${path} ends in the middle of a line.`);
}

/** Copies a file, and says what was copied. Folders that are made for it are for nobody else's eyes: keys lie in them. */
export async function copyMeasured(from: string, folder: string, file: string): Promise<KeptFile> {
  const { through, result } = measured();
  const to = join(folder, file);
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await pipeline(createReadStream(from), through, written(to));
  return { file, ...result() };
}

/** Size and hash of a file. @throws what the system says when it cannot be read */
export async function measureFile(path: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** All files below a folder, as paths from there on, in order; none where there is no folder. */
export async function* filesBelow(folder: string, from = ''): AsyncGenerator<string> {
  const found = await readdir(join(folder, from), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const entry of found.toSorted((left, right) => (left.name < right.name ? -1 : 1))) {
    const path = from === '' ? entry.name : `${from}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(folder, path);
    else if (entry.isFile()) yield path;
  }
}

/** So that a name given or taken survives a power cut; not every system lets a folder be synced. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
