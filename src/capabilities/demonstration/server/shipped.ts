import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readStory, type Story } from '../rules/story.ts';

/** A policy that comes with the product, with its story to try it out. */
export interface Shipped { readonly id: string; readonly rules: string; readonly document: string; readonly story: Story }

/**
 * Reads every folder of `policies/` that has a story, by name.
 * @throws Error naming the story that cannot be read.
 */
export async function shippedPolicies(folder: string): Promise<readonly Shipped[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).toSorted();
  return (await Promise.all(names.map((name) => readShipped(folder, name)))).flatMap((shipped) => (shipped ? [shipped] : []));
}

async function readShipped(folder: string, id: string): Promise<Shipped | null> {
  const text = (name: string): Promise<string> => readFile(join(folder, id, name), 'utf8');
  const written = await text('demo.yaml').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (written === null) return null;
  try {
    return { id, rules: await text('policy.yaml'), document: await text('document.md'), story: readStory(parse(written)) };
  } catch (error) {
    throw new Error(`${join(folder, id)}: the demonstration cannot be read`, { cause: error });
  }
}
