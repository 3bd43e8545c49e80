import type { Directory, HeldPosition } from '#engine';
import type { Scope, TenantActor } from '#platform/db/index.ts';
import { absencesOf, standingIn } from './absences.ts';

/** Everybody and every unit of a company, as decisions and screens need them. */
export interface Company {
  readonly version: string;
  readonly directory: Directory;
  readonly names: ReadonlyMap<string, string>;
  readonly idsByUsername: ReadonlyMap<string, string>;
}

const PEOPLE = `select p.id, p.username, p.name, p.unit_code, p.left_at is not null as gone,
    coalesce(json_agg(json_build_object('position', h.position_code, 'unit', nullif(h.unit_code, ''))) filter (where h.position_code is not null), '[]') as positions
  from person p left join person_position h on h.tenant_id = p.tenant_id and h.person_id = p.id
  where p.tenant_id = $1 group by p.tenant_id, p.id order by p.username`;
const UNITS = 'select code from unit where tenant_id = $1';

interface PersonRow { readonly id: string; readonly username: string; readonly name: string; readonly unit_code: string | null; readonly gone: boolean; readonly positions: readonly HeldPosition[] }

const known = new Map<string, Company>();

/** The company as of a version of its directory (`tenant.directory_version`); read once per version and process. */
export async function companyOf<A extends TenantActor>(scope: Scope<A>, version: string): Promise<Company> {
  const cached = known.get(scope.tenant);
  if (cached?.version === version) return cached;
  const people = (await scope.run<PersonRow>({ name: 'company-people', text: PEOPLE, values: [scope.tenant] })).rows;
  const units = (await scope.run<{ code: string }>({ name: 'company-units', text: UNITS, values: [scope.tenant] })).rows;
  const absences = standingIn(await absencesOf(scope));
  const company: Company = {
    version,
    directory: {
      units: units.map((unit) => unit.code),
      people: people.filter((person) => !person.gone).map((person) => ({ person: person.id, unit: person.unit_code, positions: person.positions })),
      absences,
    },
    // Who has left keeps his name in old timelines and holds nothing any more.
    names: new Map(people.map((person) => [person.id, person.name])),
    idsByUsername: new Map(people.filter((person) => !person.gone).map((person) => [person.username, person.id])),
  };
  known.set(scope.tenant, company);
  return company;
}
