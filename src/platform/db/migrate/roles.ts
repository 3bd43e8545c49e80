import type { Client } from 'pg';
import { APP_ROLE, DUE_ROLE } from '../connection.ts';

// From 16 on, whoever makes a role is its member, but may not take it until that, too, is granted.
const MAY_TAKE = `select pg_has_role(current_user, $1, case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) as may`;

/**
 * Makes the two roles of the product where they are missing: neither may sign in, own anything or bypass row-level security.
 * The owner gets the right to take them, because that is how sessions start. Roles belong to the whole server, so another
 * database of ours may have made them already.
 */
export async function createRoles(owner: Client): Promise<void> {
  for (const role of [APP_ROLE, DUE_ROLE]) {
    const found = await owner.query('select rolbypassrls or rolsuper as mighty from pg_roles where rolname = $1', [role]);
    if (found.rows[0]?.mighty) throw new Error(`The role ${role} may bypass row-level security. Take that right from it.`);
    if (found.rowCount === 0) await create(owner, role);
    const member = await owner.query<{ may: boolean }>(MAY_TAKE, [role]);
    if (!member.rows[0]?.may) await owner.query(`grant ${role} to current_user`);
  }
}

/** Two databases of one server may be migrated at the same moment; the slower one finds the role made. */
async function create(owner: Client, role: string): Promise<void> {
  await owner.query(`do $$ begin create role ${role} nologin nosuperuser nobypassrls; exception when duplicate_object or unique_violation then null; end $$`);
}
