import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/index.ts';
import { listDue } from './index.ts';

const { database, company } = await testDatabase();
const ours = await company('ours');

const list = (sql: string) => listDue(database, { sql, parameters: [] });

describe('the listing of what is due', () => {
  it('sees all companies, without an actor', async () => {
    expect(await list('select id from tenant')).toEqual([{ id: ours }]);
    expect(await list('select tenant_id, matter_id, next_at from obligation where next_at <= now()')).toEqual([]);
  });

  it('sees nothing but what it needs, and changes nothing', async () => {
    await expect(list('select name from tenant')).rejects.toThrow(/permission denied/);
    await expect(list('select content from matter')).rejects.toThrow(/permission denied/);
    await expect(list("update tenant set name = 'x'")).rejects.toThrow(/permission denied/);
  });
});
