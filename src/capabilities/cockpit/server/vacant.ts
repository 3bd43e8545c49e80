import { holdersOf, type Bearer, type Directory, type Policy } from '#engine';
import { unitsOf } from '#capabilities/organisation/index.ts';
import type { Surroundings } from '#capabilities/matters/index.ts';
import type { Scope } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import type { CockpitAnswer } from '../contract.ts';
import { WAITING } from './statements.ts';

interface Vacant { readonly position: string; readonly title: string; readonly unit: string | null }

/** Positions of the policies in force that nobody holds, those for which most waits first. */
export async function vacantPositions(scope: Scope<Actor>, around: Surroundings): Promise<CockpitAnswer['vacant']> {
  const { directory } = around.company;
  const vacant = around.policies.inForce.flatMap(({ policy }) => vacantIn(policy, directory));
  if (vacant.length === 0) return [];
  const keyOf = ({ position, unit }: Vacant): readonly string[] => (unit === null ? [`o:${position}`, ...directory.units.map((each) => `o:${position}@${each}`)] : [`o:${position}@${unit}`]);
  const { rows } = await scope.run<{ bearer: string; waiting: number }>({ name: 'cockpit-waiting', text: WAITING, values: [scope.tenant, vacant.flatMap(keyOf)] });
  const names = new Map((await unitsOf(scope)).map((unit) => [unit.code, unit.name]));
  return vacant.map((each) => ({
    ...each, unit: each.unit === null ? null : (names.get(each.unit) ?? each.unit), waiting: rows.filter((row) => keyOf(each).includes(row.bearer)).reduce((sum, row) => sum + row.waiting, 0),
  })).sort((a, b) => b.waiting - a.waiting);
}

/** A position that each unit has is looked for in each unit of our own. */
function vacantIn(policy: Policy, directory: Directory): readonly Vacant[] {
  const held = (bearer: Bearer): boolean => holdersOf(bearer, directory).length > 0;
  return Object.values(policy.positions).flatMap<Vacant>(({ id, title, inEveryUnit }) => {
    if (!inEveryUnit || !held({ position: id })) return held({ position: id }) ? [] : [{ position: id, title, unit: null }];
    return Object.values(policy.units).filter((unit) => !unit.outside && !held({ position: id, unit: unit.id })).map((unit) => ({ position: id, title, unit: unit.id }));
  });
}
