import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openCheckpointKey, recordHappening, writeCheckpoint } from '#capabilities/audit/index.ts';
import { packageRoot } from '#platform/config/index.ts';
import { findEmbedded, migrate, openDatabase, startEmbedded, uuidv7, withScope } from '#platform/db/index.ts';
import { runCommand, type ExitCode } from './index.ts';

const AT = Date.UTC(2026, 2, 2, 1);
let folder: string;

async function run(...args: readonly string[]): Promise<{ code: ExitCode; out: string; note: string }> {
  let [out, note] = ['', ''];
  const code = await runCommand(args, { language: 'zh', folder, watched: true, out: (text) => { out += `${text}\n`; }, note: (text) => { note += text; } });
  return { code, out, note };
}

/** A data folder with one company in it, which the next commands use. */
async function dataFolder(name: string): Promise<string> {
  const data = join(folder, name);
  await mkdir(data, { mode: 0o755 });
  vi.stubEnv('AFTERCARE_DATA', data);
  return data;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aftercare-cli-backup-'));
  await chmod(folder, 0o755);
  vi.stubEnv('DATABASE_URL', '');
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

describe('backup and restore', () => {
  it('take an embedded database from one folder to another, beside a server and without one', async () => {
    const data = await dataFolder('first');
    expect(await run('backup', 'early')).toMatchObject({ code: 2, note: expect.stringContaining('没有数据') });
    const server = await startEmbedded(data, undefined, { durable: false });
    await migrate(server.connection, join(packageRoot(), 'migrations'));
    const db = openDatabase({ connection: server.connection, max: 2 });
    const tenant = uuidv7();
    await withScope(db, { tenant }, async (scope) => {
      await scope.run({ text: 'insert into tenant (id, slug, name, created_at) values ($1, $2, $2, $3)', values: [tenant, 'one', new Date(AT)] });
      await recordHappening(scope, { stream: uuidv7(), of: 'person', type: 'registered', actor: null, at: AT, body: {}, words: { name: '王' } });
    });
    await writeCheckpoint(db, { tenant }, { at: AT, key: await openCheckpointKey(data) });
    await db.close();
    expect(await run('backup', 'beside')).toMatchObject({ code: 0, out: expect.stringMatching(/已备份到 \S+beside：1 家公司，\d+ 张表 \d+ 行，0 个附件，共 \d/) });
    await server.stop();
    const alone = await run('backup', 'alone', '--json');
    expect([alone.code, JSON.parse(alone.out)]).toEqual([0, expect.objectContaining({ ok: true, companies: ['one'], files: 0, problems: [] })]);
    expect(await findEmbedded(data)).toEqual({ is: 'stopped' });
    expect(await run('backup', 'alone')).toMatchObject({ code: 2, note: expect.stringContaining('不是空的') });
    expect(await run('restore', 'alone')).toMatchObject({ code: 2, note: expect.stringContaining('不是空的') });

    const second = await dataFolder('second');
    const beside = await run('restore', 'beside');
    expect(beside).toMatchObject({ code: 0, out: expect.stringContaining('one：1 份档案，1 条记录：没有发现问题') });
    expect(beside.out).toContain('再删一遍');
    expect(await findEmbedded(second)).toEqual({ is: 'stopped' });
    expect(await run('audit', 'verify')).toMatchObject({ code: 0, out: expect.stringContaining('检查点 1 (2026-03-02T01:00:00.000Z)：没有发现问题') });
  }, 120_000);

  it('refuse a backup in which a file was changed, with 1, and leave the folder as empty as it was', async () => {
    const data = await dataFolder('third');
    const file = join(folder, 'alone', 'tables', 'event.ndjson.gz');
    const whole = await readFile(file);
    await writeFile(file, Buffer.concat([whole, Buffer.from('x')]));
    expect(await run('restore', 'alone')).toMatchObject({ code: 1, out: expect.stringMatching(/什么都没有恢复：\n {2}tables\/event\.ndjson\.gz 应有 \d+ 字节/) });
    expect(await readdir(data)).toEqual([]);
    expect(await run('restore', 'nowhere')).toMatchObject({ code: 2, note: expect.stringContaining('没有完整的备份') });
  });
});
