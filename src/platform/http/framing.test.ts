import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { setCookies } from './cookies.ts';
import type { Framed } from './framing.ts';
import { setSecurityHeaders } from './headers.ts';
import { servePages } from './pages.ts';
import cookie from '@fastify/cookie';

const folder = mkdtempSync(join(tmpdir(), 'aftercare-framing-'));
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>售后</title>');
const PBX = 'https://pbx.example.com';

async function serving(framed: Framed | null) {
  const server = fastify();
  await server.register(cookie);
  setSecurityHeaders(server, framed);
  server.get('/sign-in', (_request, reply) => {
    setCookies(reply, [{ name: 'c', value: 'v' }], true, (framed?.by.length ?? 0) > 0);
    return reply.send('');
  });
  await servePages(server, { web: folder, framed, publicUrl: 'https://care.example.com' });
  afterAll(() => server.close());
  return server;
}

const open = await serving({ path: '/intake', by: [PBX] });
const closed = await serving({ path: '/intake', by: [] });
afterAll(() => rmSync(folder, { recursive: true }));

const ancestors = (csp: unknown): string | undefined => /frame-ancestors ([^;]*)/.exec(String(csp))?.[1];
const get = async (server: typeof open, url: string, headers: Record<string, string> = {}) => {
  const { headers: answered, statusCode } = await server.inject({ url, headers });
  return { status: statusCode, to: answered['location'], ancestors: ancestors(answered['content-security-policy']), options: answered['x-frame-options'] };
};

describe('the intake in a frame', () => {
  it('is shown inside those that are named, and every other page inside none', async () => {
    expect(await get(open, '/intake?phone=138')).toMatchObject({ ancestors: `'self' ${PBX}`, options: undefined });
    for (const url of ['/', '/intake/x', '/matters', '/Intake']) expect(await get(open, url)).toMatchObject({ ancestors: "'none'", options: 'DENY' });
  });

  it('is shown inside none while none is named', async () => {
    expect(await get(closed, '/intake')).toMatchObject({ ancestors: "'none'", options: 'DENY' });
  });

  it('keeps its sign-in in a frame only where frames are allowed', async () => {
    const of = async (server: typeof open) => String((await server.inject({ url: '/sign-in' })).headers['set-cookie']);
    expect(await of(open)).toMatch(/SameSite=None/i);
    expect(await of(open)).toMatch(/Secure/);
    expect(await of(closed)).toMatch(/SameSite=Lax/i);
  });
});

describe('a screen-pop', () => {
  const POP = '/intake?phone=13800000000&call=7';
  const REFUSED = { status: 303, to: '/intake?refused=1' };

  it.each([
    ['typed, or opened by a program', { 'sec-fetch-site': 'none' }], ['from our own page', { 'sec-fetch-site': 'same-origin', referer: 'https://care.example.com/' }],
    ['from a system that is named', { 'sec-fetch-site': 'cross-site', referer: `${PBX}/phone` }], ['in the frame of such a system', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe' }],
    ['by a browser that tells nothing', {}],
  ])('fills the intake when it is %s', async (_, headers) => {
    expect((await get(open, POP, headers)).status).toBe(200);
  });

  it.each([
    ['of a stranger', { 'sec-fetch-site': 'cross-site', referer: 'https://evil.example.com/' }], ['of a stranger without a word', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' }],
    ['of a neighbour', { 'sec-fetch-site': 'same-site', referer: 'https://other.example.com/' }], ['of a name that only begins alike', { referer: `${PBX}.evil.example/` }],
  ])('fills nothing when it is %s, and the page opens empty', async (_, headers) => {
    expect(await get(open, POP, headers)).toMatchObject(REFUSED);
  });

  it.each([
    '/intake?%70hone=13800000000', '/%69ntake?phone=13800000000', '/intake/?phone=13800000000', '/intake?%70hone=1&%63all=7', '/intake/?%63all=7', '/intake?a=?phone=1&phone=2', '/%69ntak%65/?x=1&&%70%68one', '/intake?x=1&+=&call',
  ])('of a stranger fills nothing, however it is written: %s', async (url) => {
    expect(await get(open, url, { 'sec-fetch-site': 'cross-site', referer: 'https://evil.example.com/' })).toMatchObject(REFUSED);
    expect((await get(open, url, { 'sec-fetch-site': 'cross-site', referer: `${PBX}/phone` })).ancestors).toBe(`'self' ${PBX}`);
  });

  it('of another site fills nothing while none is named, not even from a frame', async () => {
    expect(await get(closed, POP, { 'sec-fetch-site': 'cross-site', referer: `${PBX}/` })).toMatchObject(REFUSED);
    expect(await get(closed, POP, { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe' })).toMatchObject(REFUSED);
  });

  it('that fills in nothing is a plain visit', async () => {
    expect((await get(open, '/intake', { 'sec-fetch-site': 'cross-site', referer: 'https://evil.example.com/' })).status).toBe(200);
  });
});
