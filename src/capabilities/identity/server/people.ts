import type { z } from 'zod';
import type { Scope, TenantActor } from '#platform/db/index.ts';
import { wrong, type Issue } from '#platform/operations/index.ts';
import type { personJson } from '../contract.ts';
import type { HeldPosition } from './create.ts';

export type Person = z.infer<typeof personJson>;

const COLUMNS = `p.id, p.username, p.name, p.unit_code as unit, p.phone, p.email, p.administrator, p.left_at is not null as left,
  (select coalesce(jsonb_agg(jsonb_build_object('position', h.position_code, 'unit', nullif(h.unit_code, '')) order by h.position_code, h.unit_code), '[]')
     from person_position h where h.tenant_id = p.tenant_id and h.person_id = p.id) as positions`;

/** One person, leavers too; undefined when there is none. */
export async function personWith(scope: Scope<TenantActor>, id: string): Promise<Person | undefined> {
  const { rows } = await scope.run<Person>({ text: `select ${COLUMNS} from person p where p.tenant_id = $1 and p.id = $2`, values: [scope.tenant, id] });
  return rows[0];
}

export interface PeopleFilter {
  readonly search?: string | undefined;
  readonly left?: boolean;
  /** User name after which the page begins. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** People in the order of their user names; the search looks into name, user name, telephone and mail. */
export async function peopleLike(scope: Scope<TenantActor>, { search, left = false, after, limit }: PeopleFilter): Promise<Person[]> {
  const { rows } = await scope.run<Person>({
    text: `select ${COLUMNS} from person p
      where p.tenant_id = $1 and (p.left_at is not null) = $2 and p.username > $3
        and ($4 = '' or strpos(lower(p.name || ' ' || p.username || ' ' || coalesce(p.phone, '') || ' ' || coalesce(p.email, '')), lower($4)) > 0)
      order by p.username limit $5`,
    values: [scope.tenant, left, after ?? '', search ?? '', limit],
  });
  return rows;
}

const noUnit = { zh: '没有这个部门，请从列表中选择。', en: 'There is no such unit. Please choose one from the list.' };
const noPosition = { zh: '没有这个岗位，请从列表中选择。', en: 'There is no such position. Please choose one from the list.' };

/**
 * Compares the units and positions that a form names with those of the company.
 * @throws wrong naming every one that does not exist.
 */
export async function requireExisting(scope: Scope<TenantActor>, form: { unit?: string | null | undefined; positions?: readonly HeldPosition[] | undefined }): Promise<void> {
  const units = await codes(scope, 'select code from unit where tenant_id = $1');
  const positions = await codes(scope, 'select code from position where tenant_id = $1');
  const issues: Issue[] = [];
  const unitAt = (unit: string | null | undefined, path: Issue['path']): void => {
    if (typeof unit === 'string' && !units.has(unit)) issues.push({ path, message: noUnit });
  };
  unitAt(form.unit, ['body', 'unit']);
  form.positions?.forEach((one, at) => {
    if (!positions.has(one.position)) issues.push({ path: ['body', 'positions', at, 'position'], message: noPosition });
    unitAt(one.unit, ['body', 'positions', at, 'unit']);
  });
  if (issues.length > 0) throw wrong(issues);
}

async function codes(scope: Scope<TenantActor>, text: string): Promise<Set<string>> {
  const { rows } = await scope.run<{ code: string }>({ text, values: [scope.tenant] });
  return new Set(rows.map((row) => row.code));
}
