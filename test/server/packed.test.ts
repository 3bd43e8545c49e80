import { spawn, type ChildProcess } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { packageRoot } from '../../src/platform/config/index.ts';
import { asOwner } from '../../src/platform/db/index.ts';
import { buildServer, freePort, gone, untilHealth } from '../support/built.ts';

interface Packed { packedParts(): readonly string[]; packedPackages(): Promise<readonly string[]> }
const { packedParts, packedPackages } = (await import(new URL('bin/packed.mjs', `file://${packageRoot()}/`).href)) as Packed;

const PASSWORD = 'packed for a journey';
const folder = await mkdtemp(join(tmpdir(), 'aftercare-packed-'));
const name = `packed_${process.pid}`;
const { database: _template, ...server } = inject('postgres');
const port = await freePort();
const at = `http://127.0.0.1:${port}`;
let running: ChildProcess;
let complaints = '';

/** Lays the package out by links; with them kept as they are, Node looks for packages nowhere else. */
async function lay(): Promise<void> {
  const packages = (await packedPackages()).map((each) => `node_modules/${each}`);
  // The pages and the command line are files that nobody loads here.
  const parts = packedParts().filter((each) => each !== 'dist/web' && each !== 'dist/cli.js');
  for (const part of [...parts, ...packages]) {
    await mkdir(dirname(join(folder, part)), { recursive: true });
    if (part.startsWith('dist/')) await copyFile(join(packageRoot(), part), join(folder, part));
    else await symlink(join(packageRoot(), part), join(folder, part));
  }
  await writeFile(join(folder, 'package.json'), '{ "name": "aftercare", "version": "0.0.0", "type": "module" }');
}

async function ask(path: string, cookie: string, body?: unknown): Promise<Response> {
  return fetch(at + path, { headers: { cookie, 'content-type': 'application/json' }, ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }) });
}

async function signIn(username: string): Promise<string> {
  const answer = await ask('/api/login', '', { tenant: 'property-management', username, password: PASSWORD });
  return answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
}

beforeAll(async () => {
  await Promise.all([buildServer().then(lay), asOwner({ ...server, database: 'postgres' }, (run) => run({ text: `create database ${name}`, values: [] }))]);
  const database = `postgres://${server.user}@/${name}?host=${encodeURIComponent(server.host)}&port=${server.port}`;
  const settings = { PATH: '/usr/bin:/bin', PORT: String(port), DATABASE_URL: database, AFTERCARE_DATA: join(folder, 'data'), AFTERCARE_DEMO_PASSWORD: PASSWORD };
  running = spawn(process.execPath, ['--preserve-symlinks', '--preserve-symlinks-main', join(folder, 'dist/server.js')], { cwd: folder, env: settings, stdio: ['ignore', 'ignore', 'pipe'] });
  running.stderr?.setEncoding('utf8').on('data', (text: string) => { complaints += text; });
  await Promise.race([untilHealth(port, (health) => health?.demonstration === 'ready', 50_000), gone(running).then(() => { throw new Error(complaints); })]);
});

afterAll(async () => {
  running.kill('SIGTERM');
  await gone(running);
  await asOwner({ ...server, database: 'postgres' }, (run) => run({ text: `drop database if exists ${name} with (force)`, values: [] }));
  await rm(folder, { recursive: true, force: true });
});

describe('the offline package', () => {
  it('holds every font, layout and package that printing a form takes', async () => {
    const agent = await signIn('agent');
    const { id } = (await (await ask('/api/matters', agent, { kind: 'complaint', channel: 'phone', content: '大堂空调不制冷', customer: { name: '王女士' } })).json()) as { id: string };
    const { items } = (await (await ask(`/api/matters/${id}/papers`, agent)).json()) as { items: { form: string }[] };
    expect(items.length).toBeGreaterThan(1);
    for (const { form } of items) {
      const paper = await ask(`/api/matters/${id}/papers/${form}`, agent);
      expect([form, paper.status, new TextDecoder().decode(await paper.arrayBuffer()).slice(0, 5)]).toEqual([form, 200, '%PDF-']);
    }
  });

  it('holds what a list as a workbook takes, and what a workbook of people is read with', async () => {
    const [agent, admin] = await Promise.all([signIn('agent'), signIn('admin')]);
    expect(await (await ask('/api/exports', agent, { list: 'matters' })).json()).toMatchObject({ state: 'done' });
    const template = Buffer.from(await (await ask('/api/people-import/template', admin)).arrayBuffer());
    const sheet = (await (await ask('/api/people-import/sheet', admin, { file: template.toString('base64') })).json()) as { header: unknown[]; samples: unknown[] };
    expect(sheet.header.length).toBeGreaterThan(0);
    expect(sheet.samples.length).toBeGreaterThan(0);
    expect(complaints).toBe('');
  });
});
