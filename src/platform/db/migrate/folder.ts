import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A numbered file of plain SQL. */
export interface Migration {
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the text with plain line ends, so that a checkout on Windows is the same. */
  readonly hash: string;
}

/**
 * The migrations of a folder, in the order of their numbers.
 * @throws Error when two carry one number, or a name is not like `0001_words.sql`.
 */
export async function migrationsIn(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const numbers = new Map<string, string>();
  for (const name of names) {
    const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1];
    if (!number) throw new Error(`Migration ${name}: the name must be four digits, an underscore and words, like 0001_words.sql.`);
    const twin = numbers.get(number);
    if (twin) throw new Error(`Migrations ${twin} and ${name} carry the same number.`);
    numbers.set(number, name);
  }
  return Promise.all(names.map((name) => read(folder, name)));
}

async function read(folder: string, name: string): Promise<Migration> {
  const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
  return { name, text, hash: createHash('sha256').update(text).digest('hex') };
}
