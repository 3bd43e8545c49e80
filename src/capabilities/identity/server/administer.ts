import type { z } from 'zod';
import { withScope, type Scope } from '#platform/db/index.ts';
import { conflict, missing, type Actor, type Context } from '#platform/operations/index.ts';
import type { personBody, personChange } from '../contract.ts';
import { createPerson, held, placePerson, wordsOf } from './create.ts';
import { changeDirectory } from './directory-change.ts';
import { revokeKeysOf } from './keys.ts';
import { oneTimePassword } from './passwords.ts';
import { personWith, requireExisting, type Person } from './people.ts';
import { endSessions } from './sessions.ts';

/** A change of people in one transaction; what was known of actors is forgotten as soon as it is committed. */
export function changingPeople<T>(context: Context, actor: Actor, work: (scope: Scope<Actor>) => Promise<T>): Promise<T> {
  return withScope(context.db, actor, async (scope) => {
    scope.onCommit(() => context.identity.forget(scope.tenant));
    await changeDirectory(scope);
    return work(scope);
  });
}

/** Adds a colleague. A password given to him must be changed at his first sign-in. @throws Failure 409 name-taken, 422 */
export async function addPerson(context: Context, actor: Actor, { password, ...form }: z.infer<typeof personBody>): Promise<Person> {
  const passwordHash = password === undefined ? null : await context.identity.passwords.hash(password);
  return changingPeople(context, actor, async (scope) => {
    await requireExisting(scope, form);
    await requireFreeName(scope, form.username);
    const id = await createPerson(scope, { ...form, passwordHash, mustChangePassword: true }, context.clock.now(), context.identity.record);
    return existing(scope, id);
  });
}

/** Changes what is given and leaves the rest. @throws Failure 404, 409 last-administrator, 422 */
export function changePerson(context: Context, actor: Actor, id: string, change: z.infer<typeof personChange>): Promise<Person> {
  return changingPeople(context, actor, async (scope) => {
    const before = await existing(scope, id);
    await requireExisting(scope, change);
    const after = { ...before, ...change };
    await scope.run({
      text: 'update person set name = $3, unit_code = $4, phone = $5, email = $6, administrator = $7 where tenant_id = $1 and id = $2',
      values: [scope.tenant, id, after.name, after.unit ?? null, after.phone ?? null, after.email ?? null, after.administrator],
    });
    if (change.positions) await placePerson(scope, id, change.positions);
    await requireAdministrator(scope);
    const body = { unit: after.unit ?? null, positions: held(after.positions ?? []), administrator: after.administrator };
    await context.identity.record(scope, id, 'person', 'person-changed', body, wordsOf(change));
    return existing(scope, id);
  });
}

/** Gives a one-time password, told once; all sessions of the person end. @throws Failure 404 */
export async function resetPassword(context: Context, actor: Actor, id: string): Promise<string> {
  const password = oneTimePassword();
  const hash = await context.identity.passwords.hash(password);
  await changingPeople(context, actor, async (scope) => {
    const person = await existing(scope, id);
    if (person.left) throw missing();
    await scope.run({ text: 'update person set password_hash = $3, must_change_password = true where tenant_id = $1 and id = $2', values: [scope.tenant, id, hash] });
    await endSessions(scope, id);
    await context.identity.record(scope, id, 'person', 'password-reset', {}, {});
  });
  return password;
}

/** Somebody leaves: in the same transaction his sessions end and his keys are revoked. @throws Failure 404, 409 last-administrator */
export function personLeaves(context: Context, actor: Actor, id: string): Promise<Person> {
  return changingPeople(context, actor, async (scope) => {
    if ((await existing(scope, id)).left) return existing(scope, id);
    const now = context.clock.now();
    await scope.run({ text: 'update person set left_at = $3 where tenant_id = $1 and id = $2', values: [scope.tenant, id, new Date(now)] });
    await requireAdministrator(scope);
    await endSessions(scope, id);
    await revokeKeysOf(scope, id, now);
    await context.identity.record(scope, id, 'person', 'person-left', {}, {});
    return existing(scope, id);
  });
}

/** Somebody comes back, or was marked as left by mistake. He needs a new password. @throws Failure 404 */
export function personReturns(context: Context, actor: Actor, id: string): Promise<Person> {
  return changingPeople(context, actor, async (scope) => {
    if (!(await existing(scope, id)).left) return existing(scope, id);
    await scope.run({ text: 'update person set left_at = null, password_hash = null where tenant_id = $1 and id = $2', values: [scope.tenant, id] });
    await context.identity.record(scope, id, 'person', 'person-returned', {}, {});
    return existing(scope, id);
  });
}

async function existing(scope: Scope<Actor>, id: string): Promise<Person> {
  const person = await personWith(scope, id);
  if (!person) throw missing();
  return person;
}

async function requireFreeName(scope: Scope<Actor>, username: string): Promise<void> {
  const { count } = await scope.run({ text: 'select 1 from person where tenant_id = $1 and username = $2', values: [scope.tenant, username.normalize('NFC')] });
  if (count > 0) throw conflict('name-taken', { zh: '这个用户名已有人使用，请换一个。', en: 'This user name is taken. Please choose another.' });
}

/** A company without an administrator could never change anything again. */
async function requireAdministrator(scope: Scope<Actor>): Promise<void> {
  const { count } = await scope.run({ text: 'select 1 from person where tenant_id = $1 and administrator and left_at is null limit 1', values: [scope.tenant] });
  if (count === 0) throw conflict('last-administrator', { zh: '公司至少要有一名管理员，请先指定另一位。', en: 'A company needs an administrator. Please appoint another one first.' });
}
