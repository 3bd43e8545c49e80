import type { z } from 'zod';
import type { Scope } from '#platform/db/index.ts';
import { conflict, missing, type Actor, type Context } from '#platform/operations/index.ts';
import type { personBody, personChange } from '../contract.ts';
import { usernameOf } from '../rules/names.ts';
import { createPerson, held, placePerson, wordsOf } from './create.ts';
import { changeDirectory } from './directory-change.ts';
import { revokeKeysOf } from './keys.ts';
import { personWith, requireExisting, type Person } from './people.ts';
import { endSessions } from './sessions.ts';

/** Begins a change of people: what was known of actors is forgotten as soon as it is committed. */
function changingPeople(scope: Scope<Actor>, context: Context): Promise<void> {
  scope.onCommit(() => context.identity.forget(scope.tenant));
  return changeDirectory(scope);
}

type NewColleague = Omit<z.infer<typeof personBody>, 'password'> & { readonly passwordHash: string | null };

/** Adds a colleague. A password given to him must be changed at his first sign-in. @throws Failure 409 name-taken, 422 */
export async function addPerson(scope: Scope<Actor>, context: Context, form: NewColleague): Promise<Person> {
  await changingPeople(scope, context);
  await requireExisting(scope, form);
  await requireFreeName(scope, form.username);
  const id = await createPerson(scope, { ...form, mustChangePassword: true }, context.clock.now(), context.identity.record);
  return existing(scope, id);
}

/** Changes what is given and leaves the rest. @throws Failure 404, 409 last-administrator, 422 */
export async function changePerson(scope: Scope<Actor>, context: Context, id: string, change: z.infer<typeof personChange>): Promise<Person> {
  await changingPeople(scope, context);
  const before = await existing(scope, id);
  await requireExisting(scope, change);
  const after = { ...before, ...change };
  await scope.run({
    text: 'update person set name = $3, unit_code = $4, phone = $5, email = $6, administrator = $7 where tenant_id = $1 and id = $2',
    values: [scope.tenant, id, after.name, after.unit ?? null, after.phone ?? null, after.email ?? null, after.administrator],
  });
  if (change.positions) await placePerson(scope, id, change.positions);
  await requireAdministrator(scope);
  if (change.positions || change.unit !== undefined) scope.onCommit(async () => void await context.positionsChanged?.(scope.tenant, id));
  const body = { unit: after.unit ?? null, positions: held(after.positions ?? []), administrator: after.administrator };
  await context.identity.record(scope, id, 'person', 'person-changed', body, wordsOf(change));
  return existing(scope, id);
}

/** Gives somebody a password that he must change; all his sessions end. @throws Failure 404 */
export async function givePassword(scope: Scope<Actor>, context: Context, id: string, hash: string): Promise<void> {
  await changingPeople(scope, context);
  if ((await existing(scope, id)).left) throw missing();
  await scope.run({ text: 'update person set password_hash = $3, must_change_password = true where tenant_id = $1 and id = $2', values: [scope.tenant, id, hash] });
  await endSessions(scope, id);
  await context.identity.record(scope, id, 'person', 'password-reset', {}, {});
}

/** Work that nobody else would do may not stay behind with a leaver. */
async function requireNothingHeld(scope: Scope<Actor>, context: Context, id: string): Promise<void> {
  const held = (await context.heldBy?.(scope, id)) ?? 0;
  if (held > 0) throw conflict('holds-work', { zh: `这位同事手上还有 ${held} 件事。请用「全部移交」交给别人，再停用。`, en: `${held} matters still lie with this person. Hand everything over to somebody first.` }, { held });
}

/** Somebody leaves: in the same transaction his sessions end and his keys are revoked. @throws Failure 404, 409 last-administrator, holds-work */
export async function personLeaves(scope: Scope<Actor>, context: Context, id: string): Promise<Person> {
  await changingPeople(scope, context);
  const person = await existing(scope, id);
  if (person.left) return person;
  await requireNothingHeld(scope, context, id);
  const now = context.clock.now();
  await scope.run({ text: 'update person set left_at = $3 where tenant_id = $1 and id = $2', values: [scope.tenant, id, new Date(now)] });
  await requireAdministrator(scope);
  await endSessions(scope, id);
  await revokeKeysOf(scope, id, now);
  await context.identity.record(scope, id, 'person', 'person-left', {}, {});
  return existing(scope, id);
}

/** Somebody comes back, or was marked as left by mistake. He needs a new password. @throws Failure 404 */
export async function personReturns(scope: Scope<Actor>, context: Context, id: string): Promise<Person> {
  await changingPeople(scope, context);
  const person = await existing(scope, id);
  if (!person.left) return person;
  await scope.run({ text: 'update person set left_at = null, password_hash = null where tenant_id = $1 and id = $2', values: [scope.tenant, id] });
  // Whoever looked after what he left behind does so no longer.
  await scope.run({ text: 'update absence set until_at = from_at where tenant_id = $1 and person_id = $2 and until_at is null', values: [scope.tenant, id] });
  await context.identity.record(scope, id, 'person', 'person-returned', {}, {});
  return existing(scope, id);
}

async function existing(scope: Scope<Actor>, id: string): Promise<Person> {
  const person = await personWith(scope, id);
  if (!person) throw missing();
  return person;
}

async function requireFreeName(scope: Scope<Actor>, username: string): Promise<void> {
  const { count } = await scope.run({ text: 'select 1 from person where tenant_id = $1 and username = $2', values: [scope.tenant, usernameOf(username)] });
  if (count > 0) throw conflict('name-taken', { zh: '这个账号已有人使用，请换一个。', en: 'This account is taken. Please choose another.' });
}

/** A company without an administrator could never change anything again. */
async function requireAdministrator(scope: Scope<Actor>): Promise<void> {
  const { count } = await scope.run({ text: 'select 1 from person where tenant_id = $1 and administrator and left_at is null limit 1', values: [scope.tenant] });
  if (count === 0) throw conflict('last-administrator', { zh: '公司至少要有一名管理员，请先指定另一位。', en: 'A company needs an administrator. Please appoint another one first.' });
}
