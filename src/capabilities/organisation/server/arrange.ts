import { changeDirectory } from '#capabilities/identity/index.ts';
import type { Scope, TenantActor } from '#platform/db/index.ts';

export interface UnitToArrange {
  readonly code: string;
  readonly name: string;
  readonly parent?: string | null;
  /** A partner outside the company. */
  readonly outside?: boolean;
}

export interface PositionToArrange {
  readonly code: string;
  readonly title: string;
  readonly level?: number | null;
  readonly unit?: string | null;
  readonly inEveryUnit?: boolean;
  readonly rights: readonly string[];
}

/**
 * Writes the units and positions that a policy or a demonstration names. Those that exist take the new words; none is removed.
 * Within a transaction of whoever publishes or loads; he tells identity to forget the tenant's actors after the commit.
 */
export async function arrangeOrganisation(scope: Scope<TenantActor>, { units, positions }: { units: readonly UnitToArrange[]; positions: readonly PositionToArrange[] }): Promise<void> {
  await changeDirectory(scope);
  for (const unit of units) {
    await scope.run({
      text: `insert into unit (tenant_id, code, name, parent_code, outside) values ($1, $2, $3, $4, $5)
        on conflict (tenant_id, code) do update set name = excluded.name, parent_code = excluded.parent_code, outside = excluded.outside`,
      values: [scope.tenant, unit.code, unit.name, unit.parent ?? null, unit.outside ?? false],
    });
  }
  for (const position of positions) {
    await scope.run({
      text: `insert into position (tenant_id, code, title, level, unit_code, in_every_unit, rights) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (tenant_id, code) do update set title = excluded.title, level = excluded.level, unit_code = excluded.unit_code,
          in_every_unit = excluded.in_every_unit, rights = excluded.rights`,
      values: [scope.tenant, position.code, position.title, position.level ?? null, position.unit ?? null, position.inEveryUnit ?? false, [...position.rights]],
    });
  }
}
