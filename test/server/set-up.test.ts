import { X509Certificate } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import excel from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { companies } from '../../src/platform/db/index.ts';
import { openProduct, testDatabase, type Product } from '../support/index.ts';
import { selfMade } from '../support/certificate.ts';
import { digestOf } from './battery/digest.ts';

const base = await testDatabase();
const product = await openProduct(base);
const pem = selfMade(['care.example.com', 'localhost']);
// The certificate was made by the machine's clock: the product's stands a minute after.
product.clock.set(Date.parse(new X509Certificate(pem.cert).validFrom) + 60_000);
const folder = await mkdtemp(join(tmpdir(), 'aftercare-set-up-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const MAPPING = { name: 0, username: 1, positions: 2, unit: null, phone: null, email: null, administrator: null };
const people = { mapping: MAPPING, rows: [{ row: 2, cells: ['张敏', 'zhang', '总经理'] }, { row: 3, cells: ['王芳', 'wang', '没有的岗位'] }] };
const whole = (token: string, more: object = {}) => ({ token, company: '花园百货', slug: 'garden', username: 'admin', name: '陈静', password: 'long-enough', zone: 'Asia/Shanghai', policy: 'retail', people, ...more });
const post = (step: string, payload: object, at: Product = product) => at.ask({ method: 'POST', url: `/api/setup/${step}`, payload });

async function workbook(...lines: string[][]): Promise<string> {
  const book = new excel.Workbook();
  book.addWorksheet('人员').addRows(lines);
  return Buffer.from(await book.xlsx.writeBuffer()).toString('base64');
}

describe('the first-run wizard', () => {
  it('is closed without its link, and looking at everything it offers writes nothing', async () => {
    for (const step of ['begin', 'folder', 'sheet', 'certificate', 'finish']) expect((await post(step, { ...whole('guess'), folder, file: 'AAAA', cert: 'x', key: 'x' })).statusCode).not.toBe(200);
    expect((await post('begin', { token: 'guess' })).statusCode).toBe(403);
    const token = product.context.identity.setup.issue();
    const before = await digestOf(base);
    const begun = (await post('begin', { token })).json();
    expect(begun.policies.map((each: { id: string }) => each.id)).toEqual(['property-management', 'retail']);
    expect(begun.kinds.map((each: { kind: string }) => each.kind)).toContain('wecom');
    const sheet = await post('sheet', { token, file: await workbook(['安和公司员工表'], ['姓名', '账号', '岗位'], ['张敏', 'zhang', '总经理']) });
    expect(sheet.json()).toEqual({ header: ['姓名', '账号', '岗位'], rows: [{ row: 3, cells: ['张敏', 'zhang', '总经理'] }], samples: [] });
    expect((await post('sheet', { token, file: 'QUJDRA==' })).json().details.issues[0].message).toContain('.xlsx');
    expect((await post('folder', { token, folder })).json()).toMatchObject({ ok: true, why: null });
    expect((await post('folder', { token, folder: join(folder, 'not', 'there', 'yet') })).json()).toMatchObject({ ok: true, why: null });
    expect((await post('folder', { token, folder: 'relative' })).json()).toMatchObject({ ok: false });
    // Whoever may do everything may still make no folder there.
    expect((await post('folder', { token, folder: '/proc/nope/backup' })).json()).toMatchObject({ ok: false });
    expect((await post('certificate', { token, ...pem })).json()).toMatchObject({ ok: true, names: ['care.example.com', 'localhost'] });
    expect([await digestOf(base), readdirSync(folder)]).toEqual([before, []]);
  });

  it('leaves nothing behind when its last page is refused, and its link still works', async () => {
    const token = product.context.identity.setup.issue();
    const before = await digestOf(base);
    const backupFolder = join(folder, 'nights');
    expect((await post('finish', whole(token, { zone: 'Mars/Crater', backupFolder }))).statusCode).toBe(422);
    for (const password of ['12345678', 'garden-2026', 'admin-2026-x']) expect((await post('finish', whole(token, { password }))).json().details.issues).toMatchObject([{ path: ['body', 'password'] }]);
    // Found only within the transaction, after company and policy were written: the settings of the robot.
    const refused = await post('finish', whole(token, { backupFolder, channel: { kind: 'wecom', name: '群', settings: { url: 'no address', mention: 'yes' } } }));
    expect(refused.statusCode).toBe(422);
    expect([await digestOf(base), existsSync(backupFolder), await companies(product.context.db)]).toEqual([before, false, []]);
    expect((await post('begin', { token })).statusCode).toBe(200);
  });

  it('writes everything with its last button, answers row by row, and then its link is used up', async () => {
    const token = product.context.identity.setup.issue();
    const backupFolder = join(folder, 'nights');
    const channel = { kind: 'wecom', name: '客服群', settings: { url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a', mention: 'yes' } };
    const reply = await post('finish', whole(token, { backupFolder, channel, certificate: pem }));
    expect(reply.statusCode).toBe(201);
    const done = reply.json();
    expect(done).toMatchObject({ me: { administrator: true, tenant: { slug: 'garden', zone: 'Asia/Shanghai' } }, files: [], people: { rows: [{ row: 2, is: 'new' }, { row: 3, is: 'wrong' }] } });
    expect(done.people.withoutHolder).not.toContain('总经理');
    const { dataFolder } = product.context.installation;
    expect([existsSync(backupFolder), statSync(join(dataFolder, 'tls', 'key.pem')).mode & 0o777]).toEqual([true, 0o600]);
    const admin = reply.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const get = async (url: string) => (await product.ask({ method: 'GET', url }, admin)).json();
    expect((await get('/api/policies')).items).toHaveLength(1);
    expect((await get('/api/channels')).items).toMatchObject([{ name: '客服群', active: true }]);
    expect(await get('/api/installation')).toMatchObject({ mayChange: true, backup: { folder: backupFolder, from: 'settings' }, reach: { certificate: { from: 'uploaded', found: { ok: true } } } });
    await product.signIn('garden', 'zhang', done.people.rows[0].password);
    const used = (await post('begin', { token })).json();
    expect([used.error, used.message, (await post('finish', whole(token, { slug: 'second' }))).statusCode]).toEqual(['link-used', '这个链接已经用过，请登录。', 403]);
  });
});

describe('importing people later', () => {
  it('adds and changes whom the sheet names, removes nobody, and tells a first password only once', async () => {
    const admin = await product.signIn('garden', 'admin', 'long-enough');
    const ground = (await product.ask({ method: 'GET', url: '/api/people-import' }, admin)).json();
    expect(ground.people.map((each: { username: string }) => each.username)).toEqual(['admin', 'zhang']);
    const request = { method: 'POST', url: '/api/people-import', headers: { 'idempotency-key': 'once' }, payload: { mapping: MAPPING, rows: [{ row: 2, cells: ['张小敏', 'zhang', ''] }, { row: 3, cells: ['刘洋', 'liu', '售后人员'] }] } } as const;
    const first = (await product.ask(request, admin)).json();
    expect(first.rows).toMatchObject([{ is: 'changed' }, { is: 'new', password: expect.stringMatching(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/) }]);
    const again = (await product.ask(request, admin)).json();
    expect([again.rows[1].password, again.note.length > 5]).toEqual([undefined, true]);
    const people = (await product.ask({ method: 'GET', url: '/api/people' }, admin)).json().items;
    expect(people.map(({ username, name }: { username: string; name: string }) => `${username} ${name}`)).toEqual(['admin 陈静', 'liu 刘洋', 'zhang 张小敏']);
  });

  it('gives a template whose examples never become people when they are left in', async () => {
    const admin = await product.signIn('garden', 'admin', 'long-enough');
    const file = await product.ask({ method: 'GET', url: '/api/people-import/template' }, admin);
    const sheet = (await product.ask({ method: 'POST', url: '/api/people-import/sheet', payload: { file: file.rawPayload.toString('base64') } }, admin)).json();
    expect([sheet.rows, sheet.samples]).toEqual([[], [2, 3, 4]]);
    const imported = (await product.ask({ method: 'POST', url: '/api/people-import', payload: { mapping: { name: 0, username: 1, positions: 2, unit: 3, phone: 4, email: 5, administrator: 6 }, rows: sheet.rows } }, admin)).json();
    expect(imported.rows).toEqual([]);
  });
});

describe('system health', () => {
  it('is told to administrators in sentences, and its diagnosis names neither people nor places', async () => {
    const admin = await product.signIn('garden', 'admin', 'long-enough');
    const { items } = (await product.ask({ method: 'GET', url: '/api/health/details' }, admin)).json();
    const said = new Map(items.map(({ id, is }: { id: string; is: string }) => [id, is]));
    expect([said.get('database'), said.get('disk') === undefined, said.get('mail'), said.get('channel 客服群')]).toEqual(['good', false, 'note', 'note']);
    const diagnosis = (await product.ask({ method: 'GET', url: '/api/health/diagnosis' }, admin)).body;
    expect(JSON.parse(diagnosis)).toMatchObject({ rows: { people: 3 } });
    for (const personal of ['陈静', '张小敏', '客服群', '花园百货', folder]) expect(diagnosis).not.toContain(personal);
  });
});
