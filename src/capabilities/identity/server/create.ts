import { uuidv7, type Scope, type TenantActor } from '#platform/db/index.ts';
import type { Language } from '#engine/text.ts';
import { changeDirectory } from './directory-change.ts';
import { usernameOf } from '../rules/names.ts';
import type { RecordEvent } from './identity.ts';

export interface NewTenant {
  readonly slug: string;
  readonly name: string;
  readonly demonstration?: boolean;
  /** A clock of its own, set and moved by hand; demonstrations only. */
  readonly clockVirtual?: boolean;
  readonly zone?: string;
}

/**
 * Writes a new company. The scope must be that of an actor with the new company's id: `withScope(db, { tenant: uuidv7() }, …)`.
 * @param now - epoch milliseconds of the machine's clock.
 */
export async function createTenant(scope: Scope<TenantActor>, tenant: NewTenant, now: number): Promise<void> {
  await scope.run({
    text: 'insert into tenant (id, slug, name, demonstration, zone, clock_virtual, created_at) values ($1, $2, $3, $4, $5, $6, $7)',
    values: [scope.tenant, tenant.slug, tenant.name, tenant.demonstration ?? false, tenant.zone ?? 'Asia/Shanghai', tenant.clockVirtual ?? false, new Date(now)],
  });
}

export interface HeldPosition {
  readonly position: string;
  readonly unit?: string | null | undefined;
}

export interface NewPerson {
  readonly id?: string;
  readonly username: string;
  readonly name: string;
  readonly unit?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly language?: Language;
  readonly positions?: readonly HeldPosition[] | undefined;
  readonly administrator?: boolean | undefined;
  /** From `Passwords.hash`; null = cannot sign in yet. */
  readonly passwordHash: string | null;
  readonly mustChangePassword?: boolean;
}

/**
 * Writes a new person with his positions, and the event of it.
 * @returns his id.
 */
export async function createPerson(scope: Scope<TenantActor>, person: NewPerson, now: number, record: RecordEvent): Promise<string> {
  const id = person.id ?? uuidv7();
  const username = usernameOf(person.username);
  await changeDirectory(scope);
  await scope.run({
    text: `insert into person (tenant_id, id, username, name, unit_code, phone, email, language, administrator, password_hash, must_change_password, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    values: [
      scope.tenant, id, username, person.name, person.unit ?? null, person.phone ?? null, person.email ?? null, person.language ?? 'zh',
      person.administrator ?? false, person.passwordHash, person.mustChangePassword ?? false, new Date(now),
    ],
  });
  await placePerson(scope, id, person.positions ?? []);
  const body = { username, unit: person.unit ?? null, positions: held(person.positions ?? []), administrator: person.administrator ?? false };
  await record(scope, id, 'person', 'person-created', body, wordsOf(person));
  return id;
}

/** Puts a person into exactly these positions. */
export async function placePerson(scope: Scope<TenantActor>, person: string, positions: readonly HeldPosition[]): Promise<void> {
  await scope.run({ text: 'delete from person_position where tenant_id = $1 and person_id = $2', values: [scope.tenant, person] });
  await scope.run({
    text: `insert into person_position (tenant_id, person_id, position_code, unit_code)
      select distinct $1::uuid, $2::uuid, position, unit from unnest($3::text[], $4::text[]) as held (position, unit)`,
    values: [scope.tenant, person, positions.map((one) => one.position), positions.map((one) => one.unit ?? '')],
  });
}

export const held = (positions: readonly HeldPosition[]): { position: string; unit: string | null }[] =>
  positions.map(({ position, unit }) => ({ position, unit: unit ?? null }));

/** Personal text of an event, apart from what may be kept for ever. */
export function wordsOf(person: { name?: string | undefined; phone?: string | null | undefined; email?: string | null | undefined }): Record<string, string> {
  const all = { name: person.name, phone: person.phone, email: person.email };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
