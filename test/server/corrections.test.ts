import { beforeAll, describe, expect, it } from 'vitest';
import { arrangeCare, openProduct, testDatabase, type Care } from '../support/index.ts';

const base = await testDatabase(16);
const product = await openProduct(base);
let care: Care;

type Json = Record<string, unknown>;
interface Matter { readonly id: string; readonly version: number; readonly customer: { readonly id: string } | null }

beforeAll(async () => {
  care = await arrangeCare(base, product);
  product.clock.set(Date.parse('2026-03-02T09:00:00+08:00'));
});

const received = async (more: Json = {}): Promise<Matter> => { const reply = await care.receive(more); expect(reply.statusCode, reply.body).toBe(201); return reply.json() as Matter; };

describe('a correction 更正', () => {
  it('puts the place at the beginning of the line right, and the event says what it was', async () => {
    const { id } = await received({ content: '门禁又坏了', customer: { name: '周先生', phone: '13900005679', address: '5-1-302' } });
    const reply = await care.act(id, 'agent', { act: 'correct', fields: { where: '5-1-203', reason: '写错房号' } });
    expect(reply.json().matter.subject).toBe('5-1-203 门禁又坏了');
    const events = (await care.read(`/api/matters/${id}/events`)).json() as { items: { act: string; was: unknown }[] };
    expect(events.items.find((each) => each.act === 'correct')?.was).toEqual([{ name: 'where', title: '位置', value: '5-1-302' }]);
  });

  it('puts a place right as one short line of its own, and corrects something', async () => {
    const { id } = await received({ content: '电梯门口漏水' });
    const correct = (fields: Json) => care.act(id, 'agent', { act: 'correct', fields: { reason: '写错', ...fields } });
    const subject = async (fields: Json): Promise<unknown> => { const reply = await correct(fields); expect(reply.statusCode, reply.body).toBe(200); return reply.json().matter.subject; };
    expect(await subject({ where: '9-9-\u202e3579' })).toBe('9-9-3579 电梯门口漏水');
    expect(await subject({ where: ' 9\n9 ' })).toBe('9 9 电梯门口漏水');
    for (const where of ['x'.repeat(41), '', ' \u200b', 7]) {
      const reply = await correct({ where });
      expect([reply.statusCode, reply.json().details.issues], String(where)).toMatchObject([422, [{ path: ['body', 'fields', 'where'], message: expect.stringContaining('位置') }]]);
    }
    for (const fields of [{}, { text: '没有什么要改' }]) expect((await correct(fields)).statusCode).toBe(422);
    expect(((await care.read(`/api/matters/${id}`)).json() as Matter).version).toBe(3);
  });

  it('to a customer who is erased at the same moment finds him or does not, and never keeps him', async () => {
    await product.person(care.tenant, { username: 'eraser', administrator: true, password: 'a long password' });
    const eraser = await product.signIn('care', 'eraser', 'a long password');
    for (let round = 0; round < 8; round++) {
      const matter = await received({ content: `竞改${round}` });
      const other = await received({ customer: { name: `钟离${round}`, phone: `1370000330${round}`, address: '3-3-0303' } });
      expect((await care.act(other.id, 'manager', { act: 'void', fields: { reason: '误登' } })).statusCode).toBe(200);
      const erase = async (): Promise<number> => (await product.ask({ method: 'POST', url: `/api/customers/${other.customer?.id}/erase`, payload: { reason: '本人要求' } }, eraser)).statusCode;
      const [corrected, erased] = await Promise.all([care.act(matter.id, 'agent', { act: 'correct', fields: { customer: other.customer?.id, reason: 'x' } }), erase()]);
      expect([[422, 200], [200, 409], [200, 200]]).toContainEqual([corrected.statusCode, erased]);
      const [row] = (await base.owner({ text: 'select customer_name, (select erased_at is not null from customer c where c.id = customer_id) as erased from matter where id = $1', values: [matter.id] })) as { customer_name: string; erased: boolean }[];
      if (row?.erased) expect(row.customer_name).not.toContain('钟离');
    }
  });
});
