import { beforeAll, describe, expect, it } from 'vitest';
import { arrangeCare, openProduct, testDatabase, type Care } from '../../../test/support/index.ts';
import type { Dealing } from './contract.ts';

const base = await testDatabase();
const product = await openProduct(base);
let care: Care;
let customer = '';

beforeAll(async () => {
  care = await arrangeCare(base, product);
  const first = (await care.receive()).json();
  customer = first.customer.id;
  await care.act(first.id, 'agent', { act: 'chase', fields: { text: '又来问了' } });
  await care.act(first.id, 'agent', { act: 'forward', fields: { to: 'engineering' } });
  product.clock.advance(60_000);
  await care.receive({ content: '楼道灯也不亮', customer: { id: customer } });
  await care.receive({ content: '别人家的事', customer: { name: '李先生', phone: '13900009999' } });
});

const read = async (query = ''): Promise<{ items: Dealing[]; next: string | null }> => (await care.read(`/api/customers/${customer}/dealings?${query}`)).json();

describe('the dealings with a customer', () => {
  it('are what was said in all his matters, newest first, and nothing that only went on inside or with others', async () => {
    const { items } = await read();
    expect(items.map((each) => each.text)).toEqual(['楼道灯也不亮', '又来问了', '门禁坏了']);
    expect(items[1]).toMatchObject({ title: '催办', who: 'agent' });
    expect(new Set(items.map((each) => each.matter.id)).size).toBe(2);
  });

  it('come in pages without a gap', async () => {
    const texts: string[] = [];
    for (let query: string | null = 'limit=1'; query !== null;) {
      const page: { items: Dealing[]; next: string | null } = await read(query);
      texts.push(...page.items.map((each) => each.text));
      query = page.next === null ? null : `limit=1&cursor=${page.next}`;
    }
    expect(texts).toEqual(['楼道灯也不亮', '又来问了', '门禁坏了']);
  });

  it('of one who is not there do not exist', async () => {
    expect((await care.read('/api/customers/01900000-0000-7000-8000-000000000000/dealings')).statusCode).toBe(404);
  });
});
