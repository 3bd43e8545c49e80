import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '#platform/log/index.ts';
import { failureOf, sendFailure } from './failures.ts';
import { servePages } from './pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'aftercare-pages-'));
let server: FastifyInstance;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>售后</title>');
  writeFileSync(join(folder, 'assets', 'a.js'), 'export {};');
  server = fastify({ exposeHeadRoutes: false });
  server.setErrorHandler((error, _request, reply) => { sendFailure(reply, failureOf(error, silentLog, 'GET /'), 'en'); });
  await servePages(server, { web: folder });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('the built pages', () => {
  it.each(['/', '/matters/1', '/assets/a.js'])('answer at %s, to HEAD as to GET', async (url) => {
    for (const method of ['GET', 'HEAD'] as const) expect([method, (await server.inject({ method, url })).statusCode]).toEqual([method, 200]);
  });

  it('come packed to whoever can unpack them, and plain to everybody else', async () => {
    writeFileSync(join(folder, 'assets', 'a.js.gz'), gzipSync('export {};'));
    const packed = await server.inject({ url: '/assets/a.js', headers: { 'accept-encoding': 'gzip, deflate' } });
    expect([packed.headers['content-encoding'], packed.headers['content-type'], packed.headers['vary']]).toEqual(['gzip', 'application/javascript; charset=utf-8', 'accept-encoding']);
    expect(packed.headers['cache-control']).toContain('immutable');
    expect(gunzipSync(packed.rawPayload).toString()).toBe('export {};');
    const plain = await server.inject({ url: '/assets/a.js', headers: { 'accept-encoding': 'identity' } });
    expect([plain.headers['content-encoding'], plain.payload, plain.headers['vary']]).toEqual([undefined, 'export {};', 'accept-encoding']);
  });

  it.each(['GET', 'HEAD'] as const)('come in parts, and a part beyond the end is said to be none (%s)', async (method) => {
    const part = await server.inject({ method, url: '/assets/a.js', headers: { range: 'bytes=0-5', 'accept-encoding': 'identity' } });
    expect([part.statusCode, part.headers['content-range']]).toEqual([206, 'bytes 0-5/10']);
    const beyond = await server.inject({ method, url: '/assets/a.js', headers: { range: 'bytes=99999999-', 'accept-encoding': 'identity' } });
    expect([beyond.statusCode, beyond.headers['content-type']]).toEqual([416, 'application/json; charset=utf-8']);
  });

  it.each(['/assets/', '/assets/none.js', '/none.js'])('are not there at %s', async (url) => {
    for (const method of ['GET', 'HEAD'] as const) expect([method, (await server.inject({ method, url })).statusCode]).toEqual([method, 404]);
  });
});
