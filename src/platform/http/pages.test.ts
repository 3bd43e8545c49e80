import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  it.each(['/assets/', '/assets/none.js', '/none.js'])('are not there at %s', async (url) => {
    for (const method of ['GET', 'HEAD'] as const) expect([method, (await server.inject({ method, url })).statusCode]).toEqual([method, 404]);
  });
});
