import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matterOperations } from '#capabilities/matters/index.ts';
import { withScope } from '#platform/db/index.ts';
import { fileStore } from '#platform/files/index.ts';
import { serve } from '#platform/http/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import { openProduct, testDatabase } from '../../../test/support/index.ts';
import { trialCompany, type TrialCompany } from '../../../test/support/trial.ts';
import { attachmentOperations, linkAttachments, sweepAttachments } from './index.ts';
import { SAMPLES } from '../../../test/support/attached-files.ts';

const base = await testDatabase();
const product = await openProduct(base);
const folder = await mkdtemp(join(tmpdir(), 'attached-'));
const files = fileStore(folder);
const context = { ...product.context, files };
const server = await serve([...matterOperations, ...attachmentOperations], { context, identify: context.identity.identify, checkAnswers: true });
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

let company: TrialCompany;
beforeAll(async () => { company = await trialCompany(base, product); });

const send = async (name: string, bytes: Uint8Array, more: { as?: string; matter?: string; key?: string } = {}) => {
  const form = new FormData();
  if (more.matter !== undefined) form.set('matter', more.matter);
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), name);
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  const headers = { 'content-type': request.headers.get('content-type') ?? '', cookie: more.as ?? company.as.clerk, ...(more.key ? { 'idempotency-key': more.key } : {}) };
  return server.inject({ method: 'POST', url: '/api/attachments', headers, payload: Buffer.from(await request.arrayBuffer()) });
};
const ask = (url: string, as: string, payload?: object) => server.inject({ url, headers: { cookie: as }, ...(payload ? { method: 'POST' as const, payload } : {}) });
const tip = async (): Promise<string> => (await ask('/api/matters', company.as.manager, { kind: 'tip', channel: 'letter', content: '有人私收费用' })).json().id;
const complaint = async (): Promise<string> => {
  const reply = await ask('/api/matters', company.as.clerk, { kind: 'complaint', channel: 'phone', content: '漏水', facts: { severity: 'minor', content: '漏水' } });
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json().id;
};
/** As the act that names the files does it, in its transaction. */
const link = (person: string, matter: string, ids: string[]) => withScope(base.database, { tenant: company.tenant, person } as Pick<Actor, 'tenant' | 'person'>, (scope) => linkAttachments(scope, matter, ids));

describe('uploading', () => {
  it.each(Object.entries(SAMPLES))('takes %s for what it is, whatever it is called', async (name, { bytes, mediaType, ending }) => {
    const reply = await send(`${name}.exe`, bytes);
    expect([reply.statusCode, reply.json()]).toEqual([201, expect.objectContaining({ name: `${name}.${ending}`, mediaType, bytes: bytes.length })]);
  });

  it.each([
    ['a page called a picture', 'photo.png', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing that runs programs', 'a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a program', 'a.jpg', Buffer.from('#!/bin/sh\nrm -rf /\n')],
    ['an archive', 'a.pdf', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(100)])],
    ['plain text', 'a.txt', Buffer.from('hello')],
    ['a picture that is also a page', 'a.gif', Buffer.from('GIF89a/*<svg/onload=alert(1)>*/=1;')],
    ['a picture that is also a program for a server', 'a.png', Buffer.concat([SAMPLES['png']?.bytes ?? Buffer.alloc(0), Buffer.from('<?php system($_GET[0]); ?>')])],
    ['a picture that is also a paper', 'a.jpg', Buffer.concat([SAMPLES['jpeg']?.bytes ?? Buffer.alloc(0), Buffer.from('%PDF-1.4')])],
    ['nothing', 'a.jpg', Buffer.alloc(0)],
  ])('refuses %s and says why', async (_what, name, bytes) => {
    const reply = await send(name, bytes);
    expect([reply.statusCode, reply.json().details.issues]).toEqual([422, [{ path: ['body', 'file'], message: expect.stringMatching(/。$/) }]]);
  });

  it('refuses what is larger than 20 MB', async () => {
    const large = Buffer.alloc(21 * 1024 * 1024, SAMPLES['jpeg']?.bytes);
    expect((await send('large.jpg', large)).statusCode).toBe(413);
  });

  it('keeps a name as a label only', async () => {
    const reply = await send('..\\..\\etc/pass\u202ewd<b>.jpg', SAMPLES['jpeg']?.bytes ?? Buffer.alloc(0));
    expect(reply.json().name).toBe('passwd_b_.jpg');
    expect(await readdir(folder)).toEqual(expect.arrayContaining([company.tenant]));
  });

  it('is done once for one key, and another file under the same key is refused', async () => {
    const bytes = SAMPLES['png']?.bytes ?? Buffer.alloc(0);
    const [first, again] = [await send('a.png', bytes, { key: 'upload-1' }), await send('a.png', bytes, { key: 'upload-1' })];
    expect([again.statusCode, again.json()]).toEqual([201, first.json()]);
    expect((await send('b.png', bytes, { key: 'upload-1' })).statusCode).toBe(422);
  });

  it('to a matter that may not be seen, or is none, finds nothing and keeps nothing', async () => {
    const before = await base.owner({ text: 'select count(*) as count from attachment', values: [] });
    for (const matter of [await tip(), company.id.clerk]) expect((await send('a.png', SAMPLES['png']?.bytes ?? Buffer.alloc(0), { matter })).statusCode).toBe(404);
    expect(await base.owner({ text: 'select count(*) as count from attachment', values: [] })).toEqual(before);
  });

  it('to a matter leaves a note that names the file, once for one key', async () => {
    const matter = await complaint();
    const bytes = SAMPLES['pdf']?.bytes ?? Buffer.alloc(0);
    const [first, again] = [await send('a.pdf', bytes, { matter, key: 'upload-2' }), await send('a.pdf', bytes, { matter, key: 'upload-2' })];
    expect([first.statusCode, again.json()]).toEqual([201, first.json()]);
    const notes = (await ask(`/api/matters/${matter}/events`, company.as.clerk)).json().items.filter((each: { act: string }) => each.act === 'note');
    expect(notes).toHaveLength(1);
    expect(JSON.stringify(notes[0].body)).toContain(first.json().id);
  });
});

describe('an uploaded file', () => {
  const uploaded = async (as = company.as.clerk, name = 'jpeg'): Promise<string> => (await send(`${name}.x`, SAMPLES[name]?.bytes ?? Buffer.alloc(0), { as })).json().id;

  it('is its uploader’s alone until it belongs to a matter', async () => {
    const id = await uploaded();
    expect((await ask(`/api/attachments/${id}`, company.as.clerk)).statusCode).toBe(200);
    expect((await ask(`/api/attachments/${id}`, company.as.manager)).statusCode).toBe(404);
    const matter = await complaint();
    expect(await link(company.id.clerk, matter, [id])).toEqual([{ id, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect((await ask(`/api/attachments/${id}`, company.as.manager)).statusCode).toBe(200);
    expect((await ask(`/api/matters/${matter}/attachments`, company.as.boss)).json().items).toMatchObject([{ id, name: 'jpeg.jpg', uploadedBy: 'clerk' }]);
  });

  it('of a matter that somebody may not see does not exist for him', async () => {
    const id = await uploaded(company.as.manager);
    const matter = await tip();
    await link(company.id.manager, matter, [id]);
    expect((await ask(`/api/attachments/${id}`, company.as.boss)).statusCode).toBe(200);
    expect((await ask(`/api/attachments/${id}`, company.as.clerk)).statusCode).toBe(404);
    expect((await ask(`/api/matters/${matter}/attachments`, company.as.clerk)).statusCode).toBe(404);
  });

  it('comes back byte for byte, and a browser may do nothing with it', async () => {
    const reply = await ask(`/api/attachments/${await uploaded()}`, company.as.clerk);
    expect(reply.rawPayload).toEqual(Buffer.from(SAMPLES['jpeg']?.bytes ?? []));
    expect(reply.headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'content-security-policy': expect.stringContaining('sandbox'), 'content-disposition': expect.stringMatching(/^inline; filename/), 'cache-control': 'no-store' });
    expect((await ask(`/api/attachments/${await uploaded(company.as.clerk, 'mp4')}`, company.as.clerk)).headers['content-disposition']).toMatch(/^attachment/);
  });

  it('can be attached by its uploader, or again where it is; by nobody else and nowhere else', async () => {
    const [id, other] = [await uploaded(), await uploaded()];
    const [one, two] = [await complaint(), await complaint()];
    await expect(link(company.id.boss, one, [id])).rejects.toMatchObject({ status: 422 });
    expect((await link(company.id.clerk, one, [id, other, id])).map((each) => each.id)).toEqual([id, other]);
    expect(await link(company.id.boss, one, [id])).toHaveLength(1);
    await expect(link(company.id.clerk, two, [id])).rejects.toMatchObject({ status: 422 });
    await expect(link(company.id.clerk, two, [company.id.clerk, 'no id'])).rejects.toMatchObject({ more: { issues: [{ path: ['body', 'fields', 'files', 0] }, { path: ['body', 'fields', 'files', 1] }] } });
  });

  it('is removed after a day when it came to belong to nothing; its content only when nobody else needs it', async () => {
    const matter = await complaint();
    const [left, kept] = [await send('a.gif', SAMPLES['gif']?.bytes ?? Buffer.alloc(0)), await send('b.wav', SAMPLES['wav']?.bytes ?? Buffer.alloc(0))];
    const twin = await send('c.wav', SAMPLES['wav']?.bytes ?? Buffer.alloc(0));
    await link(company.id.clerk, matter, [kept.json().id]);
    product.clock.advance(23 * 3_600_000);
    expect(await sweepAttachments(context)).toBe(0);
    product.clock.advance(2 * 3_600_000);
    expect(await sweepAttachments(context)).toBeGreaterThan(1);
    const rows = (await base.owner({ text: 'select id from attachment where tenant_id = $1', values: [company.tenant] })).map((row) => (row as { id: string }).id);
    expect([rows.includes(left.json().id), rows.includes(twin.json().id), rows.includes(kept.json().id)]).toEqual([false, false, true]);
    await expect(files.open(company.tenant, left.json().sha256)).rejects.toMatchObject({ code: 'ENOENT' });
    expect((await ask(`/api/attachments/${kept.json().id}`, await product.signIn(company.slug, 'clerk', 'a long password'))).statusCode).toBe(200);
  });

  it('that belongs to a matter cannot be removed, not even by a statement of the product', async () => {
    const removed = await withScope(base.database, { tenant: company.tenant }, (scope) => scope.run({ text: 'delete from attachment where tenant_id = $1 and matter_id is not null', values: [company.tenant] }));
    expect(removed.count).toBe(0);
    expect(await base.owner({ text: 'select 1 from attachment where tenant_id = $1 and matter_id is not null limit 1', values: [company.tenant] })).toHaveLength(1);
  });
});
