import { z } from 'zod';
import { withReadScope } from '#platform/db/index.ts';
import { exportList } from './list.ts';

const PAGE = 500;
const PEOPLE = `select p.username, p.name, coalesce(u.name, p.unit_code, '') as unit, coalesce(p.phone, '') as phone, coalesce(p.email, '') as email, p.administrator, p.left_at is not null as left,
    coalesce((select string_agg(coalesce(o.title, h.position_code), '、' order by h.position_code) from person_position h left join position o on o.tenant_id = h.tenant_id and o.code = h.position_code
      where h.tenant_id = p.tenant_id and h.person_id = p.id), '') as positions
  from person p left join unit u on u.tenant_id = p.tenant_id and u.code = p.unit_code
  where p.tenant_id = $1 and p.username > $2 and ($3 or p.left_at is null) order by p.username limit ${PAGE}`;

interface Row { readonly username: string; readonly name: string; readonly unit: string; readonly phone: string; readonly email: string; readonly administrator: boolean; readonly left: boolean; readonly positions: string }

/** People with their positions; for administrators, who keep these numbers themselves: they are no customers'. */
export const peopleList = exportList<Row>()({
  id: 'people', title: { zh: '人员', en: 'People' }, may: (actor) => actor.administrator, filter: z.strictObject({ left: z.enum(['true']).optional() }), said: { left: { zh: '含离职', en: 'with leavers' } },
  columns: [
    { title: { zh: '账号', en: 'User name' }, width: 16, value: (row) => row.username },
    { title: { zh: '姓名', en: 'Name' }, width: 14, value: (row) => row.name },
    { title: { zh: '部门', en: 'Unit' }, width: 18, value: (row) => row.unit },
    { title: { zh: '岗位', en: 'Positions' }, width: 32, value: (row) => row.positions },
    { title: { zh: '电话', en: 'Phone' }, width: 15, value: (row) => row.phone },
    { title: { zh: '邮箱', en: 'E-mail' }, width: 24, value: (row) => row.email },
    { title: { zh: '管理员', en: 'Administrator' }, width: 8, value: (row) => (row.administrator ? '✓' : '') },
    { title: { zh: '离职', en: 'Left' }, width: 6, value: (row) => (row.left ? '✓' : '') },
  ],
  async* pages(context, actor, filter) {
    for (let after = '', page: readonly Row[] = []; ; after = page.at(-1)?.username ?? '') {
      page = await withReadScope(context.db, actor, async (scope) => (await scope.run<Row>({ name: 'export-people', text: PEOPLE, values: [scope.tenant, after, filter.left === 'true'] })).rows);
      yield page;
      if (page.length < PAGE) return;
    }
  },
});
