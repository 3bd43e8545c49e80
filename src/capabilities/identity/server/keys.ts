import type { z } from 'zod';
import { formatInstant } from '#engine/instant.ts';
import { uuidv7, type Scope } from '#platform/db/index.ts';
import { conflict, Failure, missing, type Actor } from '#platform/operations/index.ts';
import type { keyJson, newKey } from '../contract.ts';
import { hashOf, keyToken, newSecret } from './secrets.ts';

type Key = z.infer<typeof keyJson>;
interface Row {
  readonly id: string;
  readonly name: string;
  readonly person: string;
  readonly created_at: number;
  readonly revoked: boolean;
}

const MOST = 50;
const COLUMNS = 'id, name, person_id as person, created_at, revoked_at is not null as revoked';
const keyOf = ({ created_at, ...row }: Row, zone: string): Key => ({ id: row.id, name: row.name, person: row.person, createdAt: formatInstant(created_at, zone), revoked: row.revoked });

/** His own keys; an administrator sees those of all. Newest first. */
export async function keysFor(scope: Scope<Actor>): Promise<Key[]> {
  const { rows } = await scope.run<Row>({
    text: `select ${COLUMNS} from api_key where tenant_id = $1 and ($2 or person_id = $3) order by created_at desc, id desc limit 500`,
    values: [scope.tenant, scope.actor.administrator, scope.actor.person],
  });
  return rows.map((row) => keyOf(row, scope.actor.zone));
}

const notByKey = { zh: '不能用密钥再建密钥，请登录后在页面中新建。', en: 'A key cannot make further keys. Please sign in and make it on the page.' };

/**
 * Makes a key that acts as a person: oneself, or, for an administrator, a colleague.
 * @returns the key itself, too; it is kept as a hash only and can never be shown again.
 * @throws Failure 403 for a program: a key that got out could otherwise outlive its own revoking; 404 for a person who is not there, has left, or is no business of the reader; 409 too-many-keys
 */
export async function makeKey(scope: Scope<Actor>, { name, person = scope.actor.person }: { name: string; person?: string | undefined }, now: number): Promise<z.infer<typeof newKey>> {
  if (scope.actor.byKey) throw new Failure(403, 'key-by-key', notByKey);
  if (person !== scope.actor.person && !scope.actor.administrator) throw missing();
  const { rows } = await scope.run<{ keys: number }>({
    text: `select (select count(*) from api_key k where k.tenant_id = p.tenant_id and k.person_id = p.id and k.revoked_at is null) as keys
      from person p where p.tenant_id = $1 and p.id = $2 and p.left_at is null for update of p`,
    values: [scope.tenant, person],
  });
  const found = rows[0];
  if (!found) throw missing();
  if (found.keys >= MOST) throw conflict('too-many-keys', { zh: `每人最多 ${MOST} 个有效密钥，请先停用不再使用的。`, en: `A person has at most ${MOST} keys. Please revoke some first.` });
  const id = uuidv7();
  const secret = newSecret();
  await scope.run({
    text: 'insert into api_key (tenant_id, id, person_id, name, key_hash, created_at) values ($1, $2, $3, $4, $5, $6)',
    values: [scope.tenant, id, person, name, hashOf(secret), new Date(now)],
  });
  return { id, name, person, createdAt: formatInstant(now, scope.actor.zone), revoked: false, key: keyToken({ tenant: scope.tenant, secret }) };
}

/** Revokes a key of one's own, or, as an administrator, anybody's. @returns whose it was. @throws Failure 404 */
export async function revokeKey(scope: Scope<Actor>, id: string, now: number): Promise<Key> {
  // The person first, as everywhere: his stream takes one event at a time.
  await scope.run({
    text: 'select 1 from person where tenant_id = $1 and id = (select k.person_id from api_key k where k.tenant_id = $1 and k.id = $2) for update',
    values: [scope.tenant, id],
  });
  const { rows } = await scope.run<Row>({
    text: `update api_key set revoked_at = coalesce(revoked_at, $4) where tenant_id = $1 and id = $2 and ($3 or person_id = $5) returning ${COLUMNS}`,
    values: [scope.tenant, id, scope.actor.administrator, new Date(now), scope.actor.person],
  });
  const row = rows[0];
  if (!row) throw missing();
  return keyOf(row, scope.actor.zone);
}

/** Revokes all keys that act as this person. */
export async function revokeKeysOf(scope: Scope<Actor>, person: string, now: number): Promise<void> {
  await scope.run({ text: 'update api_key set revoked_at = $3 where tenant_id = $1 and person_id = $2 and revoked_at is null', values: [scope.tenant, person, new Date(now)] });
}
