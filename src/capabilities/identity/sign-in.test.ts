import { describe, expect, it } from 'vitest';
import { openProduct, testDatabase } from '../../../test/support/index.ts';

const base = await testDatabase();
const product = await openProduct(base);
const { clock, ask, looks } = product;
let companies = 0;

async function freshCompany(): Promise<{ slug: string; tenant: string; person: string }> {
  const slug = `company-${++companies}`;
  const tenant = await base.company(slug);
  return { slug, tenant, person: await product.person(tenant, { username: 'li', name: '李明', password: 'right-password' }) };
}

const login = (tenant: string, username: string, password: string, more: { ip?: string; cookie?: string } = {}) =>
  ask({ method: 'POST', url: '/api/login', payload: { tenant, username, password }, remoteAddress: more.ip ?? '192.0.2.1' }, more.cookie);
const me = (cookie: string) => ask({ url: '/api/me' }, cookie);
const minutes = (count: number) => clock.advance(count * 60_000);

describe('signing in', () => {
  it('answers who one is, and sets a cookie that no script can read', async () => {
    const { slug, person } = await freshCompany();
    const reply = await login(slug, 'li', 'right-password');
    expect(reply.json()).toMatchObject({ person, username: 'li', name: '李明', administrator: false, mustChangePassword: false, tenant: { slug, zone: 'Asia/Shanghai' }, rights: [] });
    expect(reply.headers['set-cookie']?.[0]).toMatch(/^aftercare=[0-9a-f-]{36}\.[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('lasts twelve hours and no longer, however much one does', async () => {
    const { slug } = await freshCompany();
    const cookie = await product.signIn(slug, 'li', 'right-password');
    minutes(12 * 60 - 1);
    expect((await me(cookie)).statusCode).toBe(200);
    minutes(1);
    expect((await me(cookie)).statusCode).toBe(401);
  });

  it('ends when one signs out', async () => {
    const { slug } = await freshCompany();
    const cookie = await product.signIn(slug, 'li', 'right-password');
    expect((await ask({ method: 'POST', url: '/api/logout' }, cookie)).statusCode).toBe(204);
    expect((await me(cookie)).statusCode).toBe(401);
  });

  it('keeps neither cookie nor key as it is', async () => {
    const { slug } = await freshCompany();
    const cookie = await product.signIn(slug, 'li', 'right-password');
    const made = await ask({ method: 'POST', url: '/api/keys', payload: { name: 'export' } }, cookie);
    const secrets = [cookie.split('; ')[0]?.split('.')[1], String(made.json().key).slice(-43)];
    const rows = await base.owner({ text: 'select (select string_agg(s::text, chr(10)) from session s) || (select string_agg(k::text, chr(10)) from api_key k) as all', values: [] });
    for (const secret of secrets) {
      expect(secret).toHaveLength(43);
      expect(JSON.stringify(rows)).not.toContain(secret);
      expect(JSON.stringify(rows)).not.toContain(Buffer.from(secret ?? '').toString('hex'));
    }
  });
});

describe('a refused sign-in', () => {
  it('looks the same and looks at one password, whatever was wrong', async () => {
    const { slug, tenant } = await freshCompany();
    const left = await product.person(tenant, { username: 'gone', password: 'right-password' });
    await product.person(tenant, { username: 'fresh' });
    await base.owner({ text: 'update person set left_at = now() where id = $1', values: [left] });
    const answers: unknown[] = [];
    for (const [company, username] of [[slug, 'li'], [slug, 'nobody'], ['no-such-company', 'li'], [slug, 'gone'], [slug, 'fresh']] as const) {
      const before = looks();
      const reply = await login(company, username, username === 'li' && company === slug ? 'wrong-password' : 'right-password', { ip: '192.0.2.2' });
      answers.push({ status: reply.statusCode, body: reply.body, cookies: reply.cookies, looks: looks() - before, headers: Object.keys(reply.headers) });
    }
    expect(answers[0]).toMatchObject({ status: 401, cookies: [], looks: 1 });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('is turned away after ten in a quarter of an hour, for accounts that exist and those that do not', async () => {
    const { slug } = await freshCompany();
    for (const [company, username] of [[slug, 'li'], [slug, 'nobody'], ['no-company-at-all', 'li']] as const) {
      const statuses: number[] = [];
      for (let count = 0; count < 12; count++) statuses.push((await login(company, username, 'wrong', { ip: `198.51.100.${count}` })).statusCode);
      expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
    }
    const reply = await login(slug, 'li', 'right-password');
    expect([reply.statusCode, reply.headers['retry-after']]).toEqual([429, '900']);
    minutes(15);
    expect((await login(slug, 'li', 'right-password')).statusCode).toBe(200);
  });

  it('never looks at more than ten passwords of five hundred tried at once', async () => {
    const { slug } = await freshCompany();
    const before = looks();
    const replies = await Promise.all(Array.from({ length: 500 }, (_, count) => login(slug, 'li', `guess-${count}`, { ip: `203.0.113.${count % 250}` })));
    expect(looks() - before).toBe(10);
    expect(replies.filter((reply) => reply.statusCode === 401)).toHaveLength(10);
    expect(replies.filter((reply) => reply.statusCode === 429)).toHaveLength(490);
  });

  it('is turned away after a hundred from one address in an hour, whatever the accounts, the companies or the end of an IPv6 address', async () => {
    const first = await freshCompany();
    const second = await freshCompany();
    const statuses: number[] = [];
    for (let count = 0; count < 105; count++) {
      const slug = count % 3 === 0 ? 'nowhere-at-all' : count % 3 === 1 ? first.slug : second.slug;
      statuses.push((await login(slug, `name-${count}`, 'wrong', { ip: `2001:db8::${(count + 1).toString(16)}` })).statusCode);
    }
    expect(statuses.indexOf(429)).toBe(100);
    expect((await login(first.slug, 'li', 'right-password', { ip: '192.0.2.77' })).statusCode).toBe(200);
  });

  it('by strangers never keeps the owner from a device he has used before', async () => {
    const { slug } = await freshCompany();
    const cookie = await product.signIn(slug, 'li', 'right-password');
    const device = cookie.split('; ').find((part) => part.startsWith('aftercare_device='));
    for (let count = 0; count < 12; count++) await login(slug, 'li', 'wrong', { ip: '192.0.2.9' });
    expect((await login(slug, 'li', 'right-password')).statusCode).toBe(429);
    expect((await login(slug, 'li', 'right-password', { ip: '192.0.2.9', cookie: device ?? '' })).statusCode).toBe(200);
    const statuses: number[] = [];
    for (let count = 0; count < 6; count++) statuses.push((await login(slug, 'li', 'wrong', { cookie: device ?? '' })).statusCode);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('is not helped by a made-up device', async () => {
    const { slug } = await freshCompany();
    for (let count = 0; count < 10; count++) await login(slug, 'li', 'wrong');
    const made = `aftercare_device=${'a'.repeat(22)}.${'b'.repeat(43)}`;
    expect((await login(slug, 'li', 'right-password', { cookie: made })).statusCode).toBe(429);
  });
});
