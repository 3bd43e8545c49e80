import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDemonstrations } from '#capabilities/demonstration/index.ts';
import { packageRoot } from '#platform/config/index.ts';
import { openProduct, testDatabase } from '../../../test/support/index.ts';

const base = await testDatabase();
const product = await openProduct(base);
const { ask } = product;
let agent = '';
let shop = '';

beforeAll(async () => {
  await loadDemonstrations({ context: product.context, folder: join(packageRoot(), 'policies'), password: 'try-it-out' });
  agent = await product.signIn('property-management', 'agent', 'try-it-out');
  shop = await product.signIn('retail', 'agent', 'try-it-out');
});

interface Found { readonly id: string; readonly name: string; readonly phone: string }
const find = async (query: string, as = agent): Promise<Found[]> => (await ask({ url: `/api/customers?${query}` }, as)).json().items;
const names = async (query: string): Promise<string[]> => (await find(query)).map((each) => each.name);

describe('finding a customer', () => {
  it.each(['13800001001', '138 0000 1001', '%2B86138-0000-1001', '1001'])('by the telephone %s', async (phone) => {
    expect(await names(`phone=${phone}`)).toEqual(['刘若溪（云帆科技）']);
  });

  it('prefers the whole number, and takes no fewer than four digits for its end', async () => {
    await base.owner({ text: "update customer set phone = '1002' where phone = '13800001030'", values: [] });
    expect(await names('phone=1002')).toEqual(['鲁敏（业主单位行政部）']);
    expect(await names('phone=001')).toEqual([]);
    expect(await names('phone=none')).toEqual([]);
  });

  it('by words in the name or the address, signs of patterns included', async () => {
    expect(await names(`search=${encodeURIComponent('云帆')}`)).toEqual(['刘若溪（云帆科技）']);
    expect(await names('search=3-2-12')).toEqual(['刘若溪（云帆科技）']);
    for (const sign of ['%25', '_', '%5C']) expect(await names(`search=${sign}`)).toEqual([]);
  });

  it('gives the latest where nothing is sought, and never more than asked for', async () => {
    expect(await find('limit=7')).toHaveLength(7);
    expect((await ask({ url: '/api/customers?limit=51' }, agent)).statusCode).toBe(422);
  });
});

describe('the card of a customer', () => {
  it('has his houses, what is open for him, and what came to its end', async () => {
    const [customer] = await find('phone=13800001009');
    const card = (await ask({ url: `/api/customers/${customer?.id ?? ''}` }, agent)).json();
    expect(card).toMatchObject({ name: '林小棠（棠果教育）', houses: ['云栖中心 3-2-0302'] });
    const of = (await ask({ url: `/api/matters?customer=${customer?.id ?? ''}&limit=200` }, agent)).json().items;
    expect([...card.open, ...card.recent].map((row: { id: string }) => row.id).toSorted()).toEqual(of.map((row: { id: string }) => row.id).toSorted());
    const open = (await ask({ url: `/api/matters?customer=${customer?.id ?? ''}&open=true` }, agent)).json().items;
    expect(card.open.map(({ told: _told, ...row }: { told: unknown }) => row)).toEqual(open);
    expect(card.open.every((row: { told: { who: string } | null }) => row.told === null || row.told.who !== '')).toBe(true);
  });

  it('is not there for anybody else', async () => {
    const [customer] = await find('phone=13800001009');
    expect((await ask({ url: `/api/customers/${customer?.id ?? ''}` }, shop)).statusCode).toBe(404);
  });
});
