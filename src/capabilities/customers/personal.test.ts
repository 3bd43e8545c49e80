import { describe, expect, it } from 'vitest';
import { arrangeCare, openProduct, testDatabase } from '../../../test/support/index.ts';

const base = await testDatabase();
const product = await openProduct(base);
const care = await arrangeCare(base, product);

const WHO = { name: '欧阳锦绣', phone: '13900002046', address: '8-2-1702' };
const SECRETS = [WHO.name, WHO.phone, WHO.address];
const theirs = (await care.receive({ content: '楼上夜里很吵', customer: WHO })).json();
const paths = ['/api/customers', `/api/customers?phone=${WHO.phone}`, `/api/search?q=${WHO.phone}`, '/api/matters', `/api/matters?customer=${theirs.customer.id}`, `/api/matters/similar?phone=${WHO.phone}&content=${encodeURIComponent('楼上夜里很吵')}`];
const told = async (path: string, who: string): Promise<string> => {
  const reply = await care.read(path, who);
  expect([path, reply.statusCode]).toEqual([path, 200]);
  return reply.body;
};

describe('lists with customers in them', () => {
  it.each(paths)('show nobody in full to whoever neither takes calls nor leads: %s', async (path) => {
    const body = await told(path, 'engineer');
    expect(SECRETS.filter((secret) => body.includes(secret))).toEqual([]);
    expect(body).toContain('**');
  });

  it.each(paths)('show everybody in full to those who take calls, and to those who lead: %s', async (path) => {
    for (const who of ['agent', 'manager', 'director']) expect(await told(path, who)).toContain(WHO.name);
  });

  it.each([['/api/customers?search=', '欧阳'], ['/api/customers?phone=', '2046'], ['/api/search?q=', '2046'], ['/api/search?q=', '欧阳锦绣'], ['/api/search?q=', '8-2-1702'], ['/api/matters?search=', '8-2-1702'], ['/api/matters?search=', '欧阳'], ['/api/contacts?search=', '欧阳'], ['/api/matters/similar?content=楼上夜里很吵&address=', '8-2-1702']])('say nothing to him about what he may not see, hit or miss: %s%s', async (path, sought) => {
    const found = async (who: string, word: string): Promise<string> => (await told(encodeURI(path) + encodeURIComponent(word), who)).replace(/"catchingUp":\w+/, '');
    expect(await found('engineer', sought)).toBe(await found('engineer', sought.replace(/.$/u, '9')));
    expect(await found('agent', sought)).toContain(WHO.name);
  });

  it('say of whom they show masked that his file does not open, and of nobody else', async () => {
    const masked = async (who: string): Promise<unknown> => JSON.parse(await told(`/api/customers?phone=${WHO.phone}`, who)).items.map((each: { masked?: true }) => each.masked);
    expect([await masked('engineer'), await masked('agent')]).toEqual([[true], [undefined]]);
    expect((await care.read(`/api/customers/${theirs.customer.id}`, 'engineer')).statusCode).toBe(403);
  });

  it('are searched by everybody for the words and the number of a matter', async () => {
    for (const word of ['楼上夜里', theirs.number]) expect(await told(`/api/search?q=${encodeURIComponent(word)}`, 'engineer')).toContain(theirs.id);
    expect(await told(`/api/matters?search=${encodeURIComponent('楼上夜里')}`, 'engineer')).toContain(theirs.id);
  });

  it('show him in full in the matters one has a part in, and so does the matter itself', async () => {
    const mine = (await care.receive({ content: '水管漏水', customer: { name: '慕容晓', phone: '13900003333', address: '9-1-0101' } })).json();
    expect((await care.act(mine.id, 'agent', { act: 'forward', fields: { to: 'engineering' } })).statusCode).toBe(200);
    const rows = (await care.read('/api/matters', 'engineer')).json().items as { id: string; customerName: string; subject: string }[];
    expect([rows.find(({ id }) => id === mine.id), rows.find(({ id }) => id === theirs.id)]).toMatchObject([{ customerName: '慕容晓', place: '9-1-0101', subject: '9-1-0101 水管漏水' }, { customerName: '欧**', place: '8-**', subject: '8-** 楼上夜里很吵' }]);
    expect((await care.read(`/api/matters/${mine.id}`, 'engineer')).json().customer).toMatchObject({ name: '慕容晓', phone: '13900003333' });
    for (const path of ['', '/history', '/dealings']) expect((await care.read(`/api/customers/${mine.customer.id}${path}`, 'engineer')).body).toContain(path === '/dealings' ? '水管漏水' : '慕容晓');
    for (const path of [`/api/customers?search=${encodeURIComponent('慕容')}`, `/api/search?q=${encodeURIComponent('慕容')}`]) expect(await told(path, 'engineer')).toContain('13900003333');
  });
});

describe('the file of a customer', () => {
  it.each(['', '/history', '/dealings', '/duplicates'])('is closed to whoever neither takes calls, nor leads, nor works on a matter of his: %s', async (path) => {
    const at = `/api/customers/${theirs.customer.id}${path}`;
    expect((await care.read(at, 'engineer')).json()).toMatchObject({ error: 'forbidden', message: expect.stringContaining('正在办他的事') });
    for (const who of ['agent', 'manager']) expect((await care.read(at, who)).statusCode).toBe(200);
  });
});

describe('a telephone number that is none', () => {
  it.each([['abc'], ['١٣٨٠٠٠٠١٢٣٤'], ['1'.repeat(33)]])('is not received: %s', async (phone) => {
    const reply = await care.receive({ customer: { name: '王', phone } });
    expect([reply.statusCode, reply.json().details.issues]).toEqual([422, [{ path: ['body', 'customer', 'phone'], message: expect.stringMatching(/号码/) }]]);
  });
});

describe('a day of the year 0000', () => {
  it.each([['devices', { name: 'x', boughtOn: '0000-01-01' }, 'boughtOn'], ['consents', { purpose: 'p', how: 'h', givenOn: '0000-02-01' }, 'givenOn'], ['warranties', { part: 'p', until: '0000-01-01' }, 'until']])('is named where it stands: %s', async (thing, payload, field) => {
    const reply = await product.ask({ method: 'POST', url: `/api/customers/${theirs.customer.id}/${thing}`, payload }, care.as('agent'));
    expect([reply.statusCode, reply.json().details.issues]).toMatchObject([422, [{ path: ['body', field] }]]);
  });
});
