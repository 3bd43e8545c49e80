import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInstallation } from '../../src/main/installation.ts';
import { tlsDoor } from '../../src/platform/http/index.ts';
import { silentLog } from '../../src/platform/log/index.ts';
import { openProduct, testDatabase } from '../support/index.ts';
import { selfMade } from '../support/certificate.ts';

const product = await openProduct(await testDatabase());
const folder = mkdtempSync(join(tmpdir(), 'aftercare-https-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
const first = selfMade(['localhost', '127.0.0.1']);
const second = selfMade(['localhost', '127.0.0.1']);
const lay = (pem: { cert: string; key: string }): void => { writeFileSync(files.cert, pem.cert); writeFileSync(files.key, pem.key); };

const installation = openInstallation({ dataFolder: folder, trustProxy: false, host: '127.0.0.1', certificate: files }, silentLog, () => product.context);
let port: number;

beforeAll(async () => {
  lay(first);
  const door = tlsDoor(product.server.server);
  await product.server.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = product.server.server.address() as AddressInfo);
  installation.open(door, `http://127.0.0.1:${port}`);
});
afterAll(() => installation.close());

interface Answered { readonly status: number; readonly headers: IncomingMessage['headers']; readonly body: string }
const read = (answer: IncomingMessage, done: (answered: Answered) => void): void => {
  let body = '';
  answer.setEncoding('utf8').on('data', (text: string) => { body += text; }).on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
};
const https = (path: string, ca: string, options: { method?: string; body?: string } = {}) => new Promise<Answered>((done, fail) => {
  const { method = 'GET', body } = options;
  request({ host: '127.0.0.1', port, path, ca, method, agent: false, headers: body === undefined ? {} : { 'content-type': 'application/json' } }, (answer) => read(answer, done)).on('error', fail).end(body);
});
const http = (path: string) => new Promise<Answered>((done, fail) => plainRequest({ host: '127.0.0.1', port, path, agent: false }, (answer) => read(answer, done)).on('error', fail).end());

describe('HTTPS of our own', () => {
  it('answers with the certificate it was given, and tells browsers to come by https only', async () => {
    const answer = await https('/api/health', first.cert);
    expect([answer.status, JSON.parse(answer.body).ok]).toEqual([200, true]);
    expect(answer.headers['strict-transport-security']).toMatch(/^max-age=\d+$/);
    expect(installation.address()).toBe(`https://127.0.0.1:${port}`);
    const body = JSON.stringify({ tenant: 'nobody', username: 'x'.repeat(60), password: 'y'.repeat(150) });
    expect((await https('/api/login', first.cert, { method: 'POST', body })).status).toBe(401);
  });

  it('tells whoever comes without it the right address, and nothing else', async () => {
    const page = await http('/');
    expect([page.status, page.body.includes(`https://127.0.0.1:${port}/`), page.headers['strict-transport-security']]).toEqual([426, true, undefined]);
    expect(JSON.parse((await http('/api/health')).body)).toMatchObject({ error: 'https-only' });
  });

  it('uses a renewed certificate without a restart, and keeps the old one when the files do not fit', async () => {
    lay(second);
    installation.look();
    expect((await https('/api/health', second.cert)).status).toBe(200);
    await expect(https('/api/health', first.cert)).rejects.toThrow();
    writeFileSync(files.key, first.key);
    installation.look();
    expect((await https('/api/health', second.cert)).status).toBe(200);
  });

  it('closes although somebody is connected who says nothing', async () => {
    const silent = connect(port, '127.0.0.1');
    await new Promise((ready) => silent.once('connect', ready));
    const ended = new Promise((gone) => silent.once('close', gone));
    silent.on('error', () => {});
    silent.resume();
    await https('/api/health', second.cert);
    installation.close();
    await ended;
    await product.server.close();
  });
});

describe('a server without a certificate', () => {
  it('speaks plain HTTP and asks nobody for https', async () => {
    const plain = await openProduct(await testDatabase());
    tlsDoor(plain.server.server);
    const address = await plain.server.listen({ port: 0, host: '127.0.0.1' });
    const answer = await fetch(`${address}/api/health`);
    expect([answer.status, answer.headers.get('strict-transport-security')]).toEqual([200, null]);
  });
});
