import { describe, expect, it } from 'vitest';
import { arrangeTrial, openProduct, testDatabase } from '../../../test/support/index.ts';

const base = await testDatabase();
const product = await openProduct(base);
const { ask } = product;
const tenant = await base.company('garden');
await arrangeTrial(base, tenant, ['work', 'audit']);
const boss = await product.person(tenant, { username: 'boss', password: 'boss-password', administrator: true });
const admin = await product.signIn('garden', 'boss', 'boss-password');
let names = 0;

const add = (more: object = {}) => ask({ method: 'POST', url: '/api/people', payload: { username: `p${++names}`, name: '张三', password: 'first-password', ...more } }, admin);
const post = (url: string, as = admin, payload: object = {}) => ask({ method: 'POST', url, payload }, as);
async function colleague(): Promise<{ id: string; username: string; cookie: string }> {
  const username = `c${++names}`;
  const id = await product.person(tenant, { username, password: 'own-password', unit: 'service', positions: [{ position: 'work', unit: 'service' }] });
  return { id, username, cookie: await product.signIn('garden', username, 'own-password') };
}

describe('a new colleague', () => {
  it('has the rights of his positions, and changes the password given to him before anything else', async () => {
    const added = await add({ positions: [{ position: 'work', unit: 'service' }, { position: 'audit' }], unit: 'service' });
    expect([added.statusCode, added.json().positions]).toEqual([201, [{ position: 'audit', unit: null }, { position: 'work', unit: 'service' }]]);
    const cookie = await product.signIn('garden', `p${names}`, 'first-password');
    expect((await ask({ url: '/api/me' }, cookie)).json()).toMatchObject({ mustChangePassword: true, rights: ['work', 'audit'], unit: { code: 'service', name: '售后部' } });
    expect((await ask({ url: '/api/units' }, cookie)).json().error).toBe('must-change-password');
    expect((await post('/api/me/password', cookie, { current: 'first-password', next: 'second-password' })).statusCode).toBe(204);
    expect((await ask({ url: '/api/units' }, cookie)).json().items).toEqual([{ code: 'service', name: '售后部', parent: null, outside: false }]);
  });

  it('needs a free name, and units and positions that exist', async () => {
    expect((await add({ username: 'boss' })).json().error).toBe('name-taken');
    const reply = await add({ unit: 'x', positions: [{ position: 'work', unit: 'y' }, { position: 'z' }] });
    expect(reply.statusCode).toBe(422);
    expect(reply.json().details.issues.map((issue: { path: string[] }) => issue.path.join('.'))).toEqual(['body.unit', 'body.positions.0.unit', 'body.positions.1.position']);
  });
});

describe('a change', () => {
  it('of positions changes rights at once', async () => {
    const { id, cookie } = await colleague();
    expect((await ask({ url: '/api/me' }, cookie)).json().rights).toEqual(['work']);
    expect((await ask({ method: 'PATCH', url: `/api/people/${id}`, payload: { positions: [{ position: 'audit' }] } }, admin)).json().name).toMatch(/^c/);
    expect((await ask({ url: '/api/me' }, cookie)).json().rights).toEqual(['audit']);
  });

  it('leaves an event in the person’s own stream, with personal words apart', async () => {
    const { id } = await colleague();
    await ask({ method: 'PATCH', url: `/api/people/${id}`, payload: { name: '李四', phone: '13800000000' } }, admin);
    const rows = await base.owner({ text: 'select e.type, e.actor, e.body::text as body, w.words from event e left join event_words w using (tenant_id, stream, seq) where e.stream = $1 order by e.seq', values: [id] });
    expect(rows).toMatchObject([{ type: 'person-created' }, { type: 'person-changed', actor: boss, words: { name: '李四', phone: '13800000000' } }]);
    expect(JSON.stringify(rows.map((row) => (row as { body: string }).body))).not.toMatch(/李四|1380/);
  });

  it('never leaves the company without an administrator', async () => {
    const self = `/api/people/${boss}`;
    expect((await ask({ method: 'PATCH', url: self, payload: { administrator: false } }, admin)).json().error).toBe('last-administrator');
    expect((await post(`${self}/leave`)).json().error).toBe('last-administrator');
    expect((await ask({ url: '/api/me' }, admin)).json().administrator).toBe(true);
  });
});

describe('whoever leaves', () => {
  it('has no access from that moment: sessions, keys, sign-in', async () => {
    const { id, username, cookie } = await colleague();
    const key = (await post('/api/keys', cookie, { name: 'export' })).json().key;
    expect((await ask({ url: '/api/me' }, key)).json().username).toBe(username);
    expect((await post(`/api/people/${id}/leave`)).json().left).toBe(true);
    for (const proof of [cookie, key]) expect((await ask({ url: '/api/me' }, proof)).statusCode).toBe(401);
    expect((await post('/api/login', '', { tenant: 'garden', username, password: 'own-password' })).statusCode).toBe(401);
    const rows = await base.owner({ text: 'select 1 from session where person_id = $1 union all select 1 from api_key where person_id = $1 and revoked_at is null', values: [id] });
    expect(rows).toEqual([]);
  });

  it('is no colleague any more, and may come back with a new password', async () => {
    const { id, username, cookie } = await colleague();
    await post(`/api/people/${id}/leave`);
    expect((await ask({ url: `/api/colleagues?search=${username}` }, admin)).json().items).toEqual([]);
    expect((await ask({ url: `/api/people?left=true&search=${username}` }, admin)).json().items).toHaveLength(1);
    expect((await post(`/api/people/${id}/return`)).json().left).toBe(false);
    expect((await ask({ url: '/api/me' }, cookie)).statusCode).toBe(401);
    const { password } = (await post(`/api/people/${id}/password-reset`)).json();
    expect((await ask({ url: '/api/me' }, await product.signIn('garden', username, password))).json().mustChangePassword).toBe(true);
  });
});

describe('passwords', () => {
  it('that are reset end all sessions', async () => {
    const { id, cookie } = await colleague();
    expect((await post(`/api/people/${id}/password-reset`)).json().password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect((await ask({ url: '/api/me' }, cookie)).statusCode).toBe(401);
  });

  it('that are changed end all other sessions, but not this one', async () => {
    const { username, cookie } = await colleague();
    const elsewhere = await product.signIn('garden', username, 'own-password');
    expect((await post('/api/me/password', cookie, { current: 'own-password', next: 'better-secret' })).statusCode).toBe(204);
    expect([(await ask({ url: '/api/me' }, cookie)).statusCode, (await ask({ url: '/api/me' }, elsewhere)).statusCode]).toEqual([200, 401]);
  });

  it('cannot be guessed through a stolen session, nor be the name', async () => {
    const { username, cookie } = await colleague();
    expect((await post('/api/me/password', cookie, { current: 'own-password', next: `${username}-12345678` })).statusCode).toBe(422);
    const statuses: number[] = [];
    for (let count = 0; count < 11; count++) statuses.push((await post('/api/me/password', cookie, { current: `guess-${count}`, next: 'better-secret' })).statusCode);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429]);
  });
});

describe('keys', () => {
  it('are one’s own; a colleague’s look as if they did not exist; an administrator revokes any', async () => {
    const first = await colleague();
    const second = await colleague();
    const made = (await post('/api/keys', first.cookie, { name: 'a' })).json();
    expect((await post('/api/keys', second.cookie, { name: 'b', person: first.id })).statusCode).toBe(404);
    expect((await ask({ url: '/api/keys' }, second.cookie)).json().items).toEqual([]);
    expect((await post(`/api/keys/${made.id}/revoke`, second.cookie)).statusCode).toBe(404);
    expect((await ask({ url: '/api/me' }, made.key)).statusCode).toBe(200);
    expect((await post(`/api/keys/${made.id}/revoke`)).json().revoked).toBe(true);
    expect((await ask({ url: '/api/me' }, made.key)).statusCode).toBe(401);
  });

  it('made at the same time all stand in the person’s stream', async () => {
    const { id, cookie } = await colleague();
    const replies = await Promise.all(Array.from({ length: 8 }, (_, at) => post('/api/keys', cookie, { name: `k${at}` })));
    expect(replies.map((reply) => reply.statusCode)).toEqual(Array.from({ length: 8 }, () => 201));
    expect(await base.owner({ text: "select 1 from event where stream = $1 and type = 'key-made'", values: [id] })).toHaveLength(8);
  });
});

describe('the list of people', () => {
  it('is read page by page, and a cursor fits its own filter only', async () => {
    const all = (await ask({ url: '/api/people?limit=200' }, admin)).json().items.map((person: { id: string }) => person.id);
    const first = (await ask({ url: '/api/people?limit=3' }, admin)).json();
    const second = (await ask({ url: `/api/people?limit=3&cursor=${first.next}` }, admin)).json();
    expect([...first.items, ...second.items].map((person: { id: string }) => person.id)).toEqual(all.slice(0, 6));
    expect((await ask({ url: `/api/people?search=x&cursor=${first.next}` }, admin)).statusCode).toBe(422);
  });
});

describe('user names', () => {
  it('are one when they differ only in case or in width, at sign-in too', async () => {
    expect((await add({ username: 'Ｍｅｉ.Li' })).json()).toMatchObject({ username: 'mei.li' });
    for (const username of ['MEI.LI', 'mei.ＬＩ', 'mei.li']) expect((await add({ username })).statusCode).toBe(409);
    expect(await product.signIn('garden', 'MEI.Ｌi', 'first-password')).toContain('aftercare=');
  });

  it('and names of people, keys and companies have something in them that can be read', async () => {
    for (const name of ['', '  ', '\u3000', '\u200b', '..']) expect([name, (await add({ name })).statusCode]).toEqual([name, 422]);
    expect((await add({ username: '..' })).statusCode).toBe(422);
    expect((await post('/api/keys', admin, { name: ' ' })).statusCode).toBe(422);
  });
});

describe('a key', () => {
  it('cannot make further keys, and everything else that its person may', async () => {
    const { key } = (await post('/api/keys', admin, { name: 'program' })).json();
    const reply = await post('/api/keys', key, { name: 'child' });
    expect([reply.statusCode, reply.json().error, reply.json().message]).toEqual([403, 'key-by-key', '不能用密钥再建密钥，请登录后在页面中新建。']);
    expect((await ask({ url: '/api/people' }, key)).statusCode).toBe(200);
  });
});

describe('whether somebody is signed in', () => {
  it('is told to strangers and leavers without a failure', async () => {
    expect((await ask({ url: '/api/session' })).json()).toEqual({ signedIn: false, me: null, toSetUp: false });
    expect((await ask({ url: '/api/session' }, admin)).json()).toMatchObject({ signedIn: true, me: { username: 'boss' } });
    expect((await ask({ url: '/api/session' }, 'aftercare=rubbish')).json().signedIn).toBe(false);
  });
});
