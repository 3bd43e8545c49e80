import type { Scope, TenantActor } from '#platform/db/index.ts';
import { hashOf, newSecret, readSessionToken, sessionToken } from './secrets.ts';

export const SESSION_SECONDS = 12 * 60 * 60;

/**
 * Opens a session of twelve hours for somebody who has just given the password `passwordHash`.
 * @returns the cookie's value, or null when meanwhile he has left or his password was changed.
 */
export async function openSession(
  scope: Scope<TenantActor>,
  { person, passwordHash, address }: { person: string; passwordHash: string; address: string },
  now: number,
): Promise<string | null> {
  const secret = newSecret();
  const { count } = await scope.run({
    text: `insert into session (tenant_id, token_hash, person_id, created_at, expires_at, address)
      select tenant_id, $3, id, $4, $5, $6 from person where tenant_id = $1 and id = $2 and left_at is null and password_hash = $7`,
    values: [scope.tenant, person, hashOf(secret), new Date(now), new Date(now + SESSION_SECONDS * 1000), address, passwordHash],
  });
  await scope.run({ text: 'delete from session where tenant_id = $1 and person_id = $2 and expires_at < $3', values: [scope.tenant, person, new Date(now)] });
  return count === 1 ? sessionToken({ tenant: scope.tenant, secret }) : null;
}

/** Ends the session of a cookie. */
export async function endSession(scope: Scope<TenantActor>, cookie: string | undefined): Promise<void> {
  const token = readSessionToken(cookie);
  if (!token) return;
  await scope.run({ text: 'delete from session where tenant_id = $1 and token_hash = $2', values: [scope.tenant, hashOf(token.secret)] });
}

/** Ends all sessions of a person, except the one he is using just now. */
export async function endSessions(scope: Scope<TenantActor>, person: string, exceptCookie?: string): Promise<void> {
  const mine = readSessionToken(exceptCookie);
  await scope.run({
    text: 'delete from session where tenant_id = $1 and person_id = $2 and token_hash is distinct from $3',
    values: [scope.tenant, person, mine ? hashOf(mine.secret) : null],
  });
}
