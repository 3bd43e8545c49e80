import { withReadScope, withScope } from '#platform/db/index.ts';
import { tooMany, wrong, type Actor, type Context } from '#platform/operations/index.ts';
import { endSessions } from './sessions.ts';
import { countTry, forgiveTry } from './throttle.ts';

const notCurrent = { zh: '当前密码不正确，请重新输入。', en: 'The present password is not right. Please type it again.' };
const sameAgain = { zh: '新密码不能与当前密码相同。', en: 'The new password must differ from the present one.' };
const tooPlain = { zh: '新密码不能包含用户名，也不能只重复同一个字符。', en: 'The new password may not contain the user name, nor repeat one character.' };

/**
 * Changes one's own password; all other sessions end. Tries count like those at sign-in, so that a stolen session cannot guess either.
 * @throws Failure 422 naming what is wrong, 429
 */
export async function changePassword(context: Context, actor: Actor, asked: { current: string; next: string; cookie: string | undefined; address: string }): Promise<void> {
  requireSound(actor, asked.current, asked.next);
  const { passwords } = context.identity;
  const now = context.clock.now();
  const counted = await withScope(context.db, actor, (scope) => countTry(scope, { username: actor.username, address: asked.address, device: null }, now));
  if ('wait' in counted) throw tooMany(counted.wait / 1000);
  const kept = await withReadScope(context.db, actor, (scope) =>
    scope.rows<{ password_hash: string | null }>({ sql: 'select password_hash from person where tenant_id = $1 and id = $2', parameters: [scope.tenant, actor.person] }),
  );
  if (!(await passwords.matches(asked.current, kept[0]?.password_hash ?? null))) throw wrong([{ path: ['body', 'current'], message: notCurrent }]);
  const hash = await passwords.hash(asked.next);
  await withScope(context.db, actor, async (scope) => {
    scope.onCommit(() => context.identity.forget(scope.tenant));
    await forgiveTry(scope, counted.id, now);
    await scope.run({ text: 'update person set password_hash = $3, must_change_password = false where tenant_id = $1 and id = $2', values: [scope.tenant, actor.person, hash] });
    await endSessions(scope, actor.person, asked.cookie);
    await context.identity.record(scope, actor.person, 'person', 'password-changed', {}, {});
  });
}

function requireSound({ username }: Actor, current: string, next: string): void {
  const plain = next.normalize('NFKC').toLowerCase();
  if (next === current) throw wrong([{ path: ['body', 'next'], message: sameAgain }]);
  if (plain.includes(username.toLowerCase()) || new Set(plain).size < 3) throw wrong([{ path: ['body', 'next'], message: tooPlain }]);
}
