import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openCheckpointKey, recordHappening, writeCheckpoint } from '#capabilities/audit/index.ts';
import { packageRoot } from '#platform/config/index.ts';
import { asOwner, findEmbedded, migrate, openDatabase, startEmbedded, uuidv7, withScope, type Embedded } from '#platform/db/index.ts';
import { runCommand, type ExitCode } from './index.ts';

const AT = Date.UTC(2026, 2, 2, 1);
let folder: string;
let server: Embedded;

/** One command line on the data folder of this test. */
async function audit(...args: readonly string[]): Promise<{ code: ExitCode; out: string; note: string }> {
  let [out, note] = ['', ''];
  const code = await runCommand(['audit', 'verify', ...args], { language: 'zh', folder, watched: false, out: (text) => { out += `${text}\n`; }, note: (text) => { note += text; } });
  return { code, out, note };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aftercare-audit-'));
  await chmod(folder, 0o755);
  vi.stubEnv('AFTERCARE_DATA', folder);
  vi.stubEnv('DATABASE_URL', '');
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

describe('audit verify', () => {
  it('says that there is nothing to verify, and makes nothing', async () => {
    const { code, note } = await audit();
    expect(code).toBe(2);
    expect(note).toContain('没有数据');
    expect(await findEmbedded(folder)).toEqual({ is: 'none' });
  });

  it('verifies beside a server that works on the same data, and after it has stopped', async () => {
    server = await startEmbedded(folder, undefined, { durable: false });
    await migrate(server.connection, join(packageRoot(), 'migrations'));
    const db = openDatabase({ connection: server.connection, max: 2 });
    const [gas, shop] = [uuidv7(), uuidv7()];
    for (const [tenant, slug] of [[gas, 'one'], [shop, 'two']] as const) {
      await withScope(db, { tenant }, async (scope) => {
        await scope.run({ text: 'insert into tenant (id, slug, name, created_at) values ($1, $2, $2, $3)', values: [tenant, slug, new Date(AT)] });
        await recordHappening(scope, { stream: uuidv7(), of: 'person', type: 'registered', actor: null, at: AT, body: {}, words: { name: '王' } });
      });
    }
    await writeCheckpoint(db, { tenant: gas }, { at: AT, key: await openCheckpointKey(folder) });
    await db.close();
    const beside = await audit('--json');
    expect(JSON.parse(beside.out)).toEqual({
      tenants: [{ tenant: 'one', streams: 1, events: 1, checkpoint: { number: 1, at: '2026-03-02T01:00:00.000Z' }, problems: [] }, { tenant: 'two', streams: 1, events: 1, checkpoint: null, problems: [] }],
      ok: true,
    });
    expect(beside.code).toBe(0);
    await asOwner(server.connection, (run) => run({ text: `update event set type = 'changed' where tenant_id = $1`, values: [shop] }));
    await server.stop();
    expect(await findEmbedded(folder)).toEqual({ is: 'stopped' });
    const alone = await audit();
    expect(alone.code).toBe(1);
    expect(alone.out).toContain('one：1 份档案，1 条记录，检查点 1 (2026-03-02T01:00:00.000Z)：没有发现问题');
    expect(alone.out).toMatch(/two：1 份档案，1 条记录，还没有检查点（运行中每小时写一个）：1 处问题\n {2}changed 档案 \S+ 第 1 条：/);
    expect(await findEmbedded(folder)).toEqual({ is: 'stopped' });
    expect(await audit('--tenant', 'one')).toMatchObject({ code: 0 });
    expect(await audit('--tenant', 'nobody')).toMatchObject({ code: 2, note: '没有名为 nobody 的公司\n' });
  }, 120_000);
});
