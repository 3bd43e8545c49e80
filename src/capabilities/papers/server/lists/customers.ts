import { z } from 'zod';
import { withReadScope } from '#platform/db/index.ts';
import { exportList, works } from './list.ts';

const PAGE = 500;
const CUSTOMERS = `select id, name, phone, address, project, key_customer as "key" from customer
  where tenant_id = $1 and erased_at is null and merged_into is null and ($2::uuid is null or id > $2) order by id limit ${PAGE}`;

interface Row { readonly id: string; readonly name: string; readonly phone: string; readonly address: string; readonly project: string; readonly key: boolean }

/** All customers; to whoever sees them masked on their page the sheet shows them masked, too. */
export const customersList = exportList<Row>()({
  id: 'customers', title: { zh: '客户', en: 'Customers' }, may: works, filter: z.strictObject({}), said: {},
  columns: [
    { title: { zh: '姓名', en: 'Name' }, width: 18, personal: 'name', value: (row) => row.name },
    { title: { zh: '电话', en: 'Phone' }, width: 16, personal: 'phone', value: (row) => row.phone },
    { title: { zh: '位置', en: 'Place' }, width: 28, personal: 'address', value: (row) => row.address },
    { title: { zh: '项目', en: 'Project' }, width: 18, value: (row) => row.project },
    { title: { zh: '重点客户', en: 'Key customer' }, width: 10, value: (row) => (row.key ? '✓' : '') },
  ],
  async* pages(context, actor) {
    for (let after: string | null = null, page: readonly Row[] = []; ; after = page.at(-1)?.id ?? null) {
      page = await withReadScope(context.db, actor, async (scope) => (await scope.run<Row>({ name: 'export-customers', text: CUSTOMERS, values: [scope.tenant, after] })).rows);
      yield page;
      if (page.length < PAGE) return;
    }
  },
});
