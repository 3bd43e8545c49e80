import type { Scope, TenantActor } from '#platform/db/index.ts';

const MOST = 200;
/** From one name to the next along the index: as many steps as there are projects, however many customers. */
const PROJECTS = `with recursive hop as ((select project from customer where tenant_id = $1 and project <> '' order by project limit 1)
  union all select (select c.project from customer c where c.tenant_id = $1 and c.project <> '' and c.project > hop.project order by c.project limit 1) from hop where hop.project is not null)
  select project from hop where project is not null limit ${MOST}`;

/** The communities, branches or areas the company serves, by name. */
export async function projectsOf<A extends TenantActor>(scope: Scope<A>): Promise<string[]> {
  return (await scope.run<{ project: string }>({ name: 'projects', text: PROJECTS, values: [scope.tenant] })).rows.map(({ project }) => project);
}
