import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Misuse, type Surroundings } from './surroundings.ts';

/** The files of one policy as the command line was shown them. `file` is written as it was typed, for messages. */
export interface PolicyFiles {
  readonly file: string;
  readonly rules: string;
  readonly document: string | null;
  readonly demo: { readonly file: string; readonly text: string } | null;
}

/**
 * Reads the files of a policy: those of a folder, or a single file, which counts as a folder's when it is called policy.yaml.
 * @throws Misuse when there is no such file.
 */
export async function readPolicyFiles(given: string, { folder }: Surroundings): Promise<PolicyFiles> {
  const isFolder = (await stat(resolve(folder, given)).catch(() => null))?.isDirectory() ?? false;
  const file = isFolder ? join(given, 'policy.yaml') : given;
  const rules = await textOf(resolve(folder, file));
  if (rules === null) throw new Misuse(isFolder ? { zh: `${given}：文件夹里没有 policy.yaml`, en: `${given}: the folder has no policy.yaml` } : { zh: `${given}：没有这个文件或文件夹`, en: `${given}: no such file or folder` });
  const beside = async (name: string): Promise<string | null> => (isFolder || basename(file) === 'policy.yaml' ? textOf(resolve(folder, dirname(file), name)) : null);
  const [document, demo] = [await beside('document.md'), await beside('demo.yaml')];
  return { file, rules, document, demo: demo === null ? null : { file: join(dirname(file), 'demo.yaml'), text: demo } };
}

/** Text of a file, null when there is none. @throws Misuse when it is there and cannot be read. */
export async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw new Misuse({ zh: `${path}：打不开，请检查权限`, en: `${path}: cannot be opened; check its permissions` });
  }
}
