import type { Company } from '#capabilities/organisation/index.ts';
import type { Scope } from '#platform/db/index.ts';
import { forbidden, missing, type Actor } from '#platform/operations/index.ts';

export interface Unit { readonly code: string; readonly name: string }

const UNIT = 'select code, name from unit where tenant_id = $1 and code = $2';
const POSITIONS = 'select code from position where tenant_id = $1 and unit_code = $2';

/** A unit by its code. @throws Failure 404 */
export async function unitWith(scope: Scope<Actor>, code: string): Promise<Unit> {
  const unit = (await scope.rows<Unit>({ sql: UNIT, parameters: [scope.tenant, code] }))[0];
  if (!unit) throw missing();
  return unit;
}

/** Positions that belong to a unit. */
export async function positionsOfUnit(scope: Scope<Actor>, code: string): Promise<readonly string[]> {
  return (await scope.rows<{ code: string }>({ sql: POSITIONS, parameters: [scope.tenant, code] })).map((each) => each.code);
}

/** Units somebody belongs to: his own first, then those he holds a position in. */
export function unitsOfActor(actor: Pick<Actor, 'unit' | 'positions'>): readonly string[] {
  return [...new Set([actor.unit, ...actor.positions.map((held) => held.unit)].filter((unit) => unit !== null))];
}

/** Hands over and takes over who belongs to the unit, and whoever oversees. @throws Failure 403 */
export function requireMember(actor: Actor, unit: string): void {
  if (!unitsOfActor(actor).includes(unit) && !actor.rights.includes('oversee')) throw forbidden();
}

/** Ids of the people whose own unit it is. */
export function peopleOfUnit(company: Company, unit: string): readonly string[] {
  return company.directory.people.filter((each) => each.unit === unit).map((each) => each.person);
}
