import type { Scope } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import type { Me } from '../contract.ts';

interface Row {
  readonly company: string;
  readonly unit_name: string | null;
  readonly titles: Readonly<Record<string, string>>;
}

/** What the pages need to know of the reader himself. */
export async function meOf(scope: Scope<Actor>): Promise<Me> {
  const { actor } = scope;
  const { rows } = await scope.run<Row>({
    text: `select t.name as company, (select u.name from unit u where u.tenant_id = t.id and u.code = $2) as unit_name,
        (select coalesce(jsonb_object_agg(p.code, p.title), '{}') from position p where p.tenant_id = t.id and p.code = any($3)) as titles
      from tenant t where t.id = $1`,
    values: [scope.tenant, actor.unit, actor.positions.map((held) => held.position)],
  });
  const row = rows[0];
  return {
    person: actor.person, username: actor.username, name: actor.name, language: actor.language, administrator: actor.administrator,
    mustChangePassword: actor.mustChangePassword,
    tenant: { slug: actor.slug, name: row?.company ?? actor.slug, demonstration: actor.demonstration, zone: actor.zone },
    unit: actor.unit === null ? null : { code: actor.unit, name: row?.unit_name ?? actor.unit },
    positions: actor.positions.map(({ position, unit }) => ({ position, title: row?.titles[position] ?? position, unit })),
    rights: [...actor.rights],
  };
}
