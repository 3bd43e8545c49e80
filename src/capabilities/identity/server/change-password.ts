import { withReadScope, withScope, type Scope } from '#platform/db/index.ts';
import { tooMany, wrong, type Actor, type Context } from '#platform/operations/index.ts';
import { weakPassword, type Whose } from '../rules/weak-password.ts';
import { endSessions } from './sessions.ts';
import { countTry, forgiveTry } from './throttle.ts';

const notCurrent = { zh: '当前密码不正确，请重新输入。', en: 'The present password is not right. Please type it again.' };
const sameAgain = { zh: '新密码不能与当前密码相同。', en: 'The new password must differ from the present one.' };

export interface NewPassword { readonly current: string; readonly next: string }

/**
 * Looks at the present password and makes the hash of the next one. Tries count like those at sign-in, so that a stolen session
 * cannot guess either. @throws Failure 422 naming what is wrong, 429
 */
export async function checkPassword(context: Context, actor: Actor, { current, next }: NewPassword, address: string): Promise<Checked> {
  requireSound(actor, current, next);
  const { passwords } = context.identity;
  const counted = await withScope(context.db, actor, (scope) => countTry(scope, { username: actor.username, address, device: null }, context.clock.now()));
  if ('wait' in counted) throw tooMany(counted.wait / 1000);
  const kept = await withReadScope(context.db, actor, (scope) =>
    scope.rows<{ password_hash: string | null }>({ sql: 'select password_hash from person where tenant_id = $1 and id = $2', parameters: [scope.tenant, actor.person] }),
  );
  if (!(await passwords.matches(current, kept[0]?.password_hash ?? null))) throw wrong([{ path: ['body', 'current'], message: notCurrent }]);
  return { tryId: counted.id, hash: await passwords.hash(next) };
}

/** A password that may be changed: the try that found the present one right, and the hash of the next. */
export interface Checked { readonly tryId: string; readonly hash: string }

/** Changes one's own password; all sessions but that of the cookie end. */
export async function changePassword(scope: Scope<Actor>, context: Context, { tryId, hash }: Checked, cookie: string | undefined): Promise<void> {
  const { person } = scope.actor;
  scope.onCommit(() => context.identity.forget(scope.tenant));
  await forgiveTry(scope, tryId, context.clock.now());
  await scope.run({ text: 'update person set password_hash = $3, must_change_password = false where tenant_id = $1 and id = $2', values: [scope.tenant, person, hash] });
  await endSessions(scope, person, cookie);
  await context.identity.record(scope, person, 'person', 'password-changed', {}, {});
}

function requireSound({ username, slug }: Actor, current: string, next: string): void {
  if (next === current) throw wrong([{ path: ['body', 'next'], message: sameAgain }]);
  requireStrong(next, { username, company: slug }, 'next');
}

/** @param field - where in the body it stands. @throws Failure 422 saying why a new password will not do */
export function requireStrong(password: string, whose: Whose, field: string): void {
  const why = weakPassword(password, whose);
  if (why) throw wrong([{ path: ['body', field], message: why }]);
}
