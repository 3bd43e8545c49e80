import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { fileStore } from './index.ts';

const folder = await mkdtemp(join(tmpdir(), 'files-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const store = fileStore(folder);
const OURS = '0196f0a0-0000-7000-8000-000000000001';
const THEIRS = '0196f0a0-0000-7000-8000-000000000002';
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

describe('the file store', () => {
  it('keeps a file under the hash of its content and gives it back', async () => {
    expect(await store.put(OURS, Buffer.from('abc'))).toBe(ABC);
    expect(await readFile(join(folder, OURS, 'ba', ABC), 'utf8')).toBe('abc');
    expect((await buffer(await store.open(OURS, ABC))).toString()).toBe('abc');
  });

  it('keeps the same content once, however many bring it at a time', async () => {
    await Promise.all(Array.from({ length: 8 }, () => store.put(OURS, Buffer.from('again and again'))));
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
    expect((await readdir(join(folder, OURS))).length).toBe(2);
  });

  it('lets nobody else of the machine look into its folders', async () => {
    const hash = await store.put(OURS, Buffer.from('not for everybody'));
    for (const at of [join(folder, OURS), join(folder, OURS, hash.slice(0, 2)), join(folder, 'incoming')]) expect((await stat(at)).mode & 0o077, at).toBe(0);
    expect((await stat(join(folder, OURS, hash.slice(0, 2), hash))).mode & 0o077).toBe(0);
  });

  it('never shows one company the file of another', async () => {
    await expect(store.open(THEIRS, ABC)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('goes nowhere but into its own folder', async () => {
    for (const [tenant, hash] of [['..', ABC], [OURS, '../../x'], [OURS, ABC.toUpperCase()], ['', '']] as const) await expect(store.open(tenant, hash)).rejects.toThrow(TypeError);
  });

  it('removes a file, and does not mind when it is gone', async () => {
    const hash = await store.put(OURS, Buffer.from('short-lived'));
    await store.remove(OURS, hash);
    await store.remove(OURS, hash);
    await expect(store.open(OURS, hash)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('drops what a crash left half written, but nothing that is being written now', async () => {
    const old = join(folder, 'incoming', 'old');
    await writeFile(old, 'half');
    await writeFile(join(folder, 'incoming', 'new'), 'half');
    await utimes(old, 1, 1);
    await store.dropLeftovers(60_000);
    expect(await readdir(join(folder, 'incoming'))).toEqual(['new']);
  });
});
