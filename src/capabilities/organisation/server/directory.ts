import type { Directory } from '#engine/matter.ts';
import type { Scope, TenantActor } from '#platform/db/index.ts';

interface Kept {
  readonly version: string;
  readonly directory: Directory;
}

const KEPT_AT_MOST = 500;
const kept = new Map<string, Kept>();

/**
 * Who holds what in the company just now: all units, and everybody who has not left, with his unit and positions.
 * Read once per change of people; after that one short statement tells that nothing has changed.
 */
export async function directoryOf(scope: Scope<TenantActor>): Promise<Directory> {
  const version = await versionOf(scope);
  const known = kept.get(scope.tenant);
  if (known?.version === version) return known.directory;
  const units = await scope.rows<{ code: string }>({ sql: 'select code from unit where tenant_id = $1 order by code', parameters: [scope.tenant] });
  const people = await scope.rows<Directory['people'][number]>({ sql: PEOPLE, parameters: [scope.tenant] });
  const directory = { units: units.map((unit) => unit.code), people };
  kept.delete(scope.tenant);
  kept.set(scope.tenant, { version, directory });
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT_AT_MOST && oldest !== undefined) kept.delete(oldest);
  return directory;
}

const PEOPLE = `
  select p.id as person, p.unit_code as unit,
    (select coalesce(jsonb_agg(jsonb_build_object('position', h.position_code, 'unit', nullif(h.unit_code, '')) order by h.position_code, h.unit_code), '[]')
       from person_position h where h.tenant_id = p.tenant_id and h.person_id = p.id) as positions
  from person p where p.tenant_id = $1 and p.left_at is null order by p.id`;

/** The row's writing transaction belongs to it: a version seen inside a change that is then rolled back will never come again. */
async function versionOf(scope: Scope<TenantActor>): Promise<string> {
  const { rows } = await scope.run<{ version: string }>({ name: 'directory-version', text: "select directory_version || '/' || xmin as version from tenant where id = $1", values: [scope.tenant] });
  return rows[0]?.version ?? '';
}
