import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '#platform/config/index.ts';
import { openProduct, testDatabase } from '../../../test/support/index.ts';
import { loadDemonstrations } from './index.ts';

const base = await testDatabase();
const product = await openProduct(base);

describe('x', () => {
  it('loads', async () => {
    const t = performance.now();
    const loaded = await loadDemonstrations({ context: product.context, folder: join(packageRoot(), 'policies'), password: 'try-it-out' });
    console.log(loaded, performance.now() - t);
    console.log(await base.owner({ text: 'select t.slug, m.kind, m.stage, count(*) from matter m join tenant t on t.id = m.tenant_id group by 1,2,3 order by 1,2,3', values: [] }));
    console.log(await base.owner({ text: 'select t.slug, o.status, count(*) from obligation o join tenant t on t.id = o.tenant_id group by 1,2 order by 1,2', values: [] }));
    console.log(await base.owner({ text: 'select t.slug, (select count(*) from event e where e.tenant_id=t.id) as events,(select count(*) from outbox e where e.tenant_id=t.id and sent_at is null) as unsent, (select count(*) from outbox e where e.tenant_id=t.id) as told from tenant t', values: [] }));
    expect(loaded).toHaveLength(2);
  });
});
