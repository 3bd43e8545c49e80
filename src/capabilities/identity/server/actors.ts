import type { Language } from '#engine/text.ts';
import type { Clock } from '#platform/clock/index.ts';
import { withReadScope, type Database, type Scope, type TenantActor } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import { rightsOf } from '../rules/rights.ts';
import { hashOf, readKeyToken, readSessionToken } from './secrets.ts';

export const SESSION_COOKIE = 'aftercare';
export const DEVICE_COOKIE = 'aftercare_device';

/** What a request brings to prove who sends it. */
export interface Proof {
  cookie(name: string): string | undefined;
  readonly bearer: string | null;
}

const FRESH_MILLISECONDS = 1_000;
const KEPT_AT_MOST = 5_000;

interface Kept {
  readonly actor: Actor;
  readonly until: number;
}

/**
 * Finds out who sends a request, in one statement per person and second.
 * A change in this process is felt at once (`forget`), one in another process within a second.
 */
export function actorsOf(db: Database, clock: Clock): { identify(proof: Proof): Promise<Actor | null>; forget(tenant: string): void } {
  const kept = new Map<string, Map<string, Kept>>();
  const changes = new Map<string, number>();

  const keep = (tenant: string, key: string, actor: Actor): void => {
    const ofTenant = kept.get(tenant) ?? new Map<string, Kept>();
    if (ofTenant.size >= KEPT_AT_MOST) ofTenant.clear();
    ofTenant.set(key, { actor, until: clock.now() + FRESH_MILLISECONDS });
    kept.set(tenant, ofTenant);
  };

  return {
    async identify({ cookie, bearer }) {
      const token = bearer === null ? readSessionToken(cookie(SESSION_COOKIE)) : readKeyToken(bearer);
      if (!token) return null;
      const hash = hashOf(token.secret);
      const key = `${bearer === null ? 'session' : 'key'}:${hash.toString('hex')}`;
      const known = kept.get(token.tenant)?.get(key);
      if (known && known.until > clock.now()) return known.actor;
      const before = changes.get(token.tenant);
      const found = await withReadScope(db, token, (scope) => readActor(scope, bearer === null ? OF_SESSION : OF_KEY, hash, clock.now()));
      const actor = found && bearer !== null ? { ...found, byKey: true } : found;
      // What was read while something changed may already be untrue.
      if (actor && before === changes.get(token.tenant)) keep(token.tenant, key, actor);
      return actor;
    },
    forget(tenant) {
      kept.delete(tenant);
      changes.set(tenant, (changes.get(tenant) ?? 0) + 1);
    },
  };
}

interface Row {
  readonly person: string;
  readonly username: string;
  readonly name: string;
  readonly language: string;
  readonly administrator: boolean;
  readonly must_change_password: boolean;
  readonly unit_code: string | null;
  readonly slug: string;
  readonly demonstration: boolean;
  readonly zone: string;
  readonly positions: readonly { position: string; unit: string | null }[];
  readonly rights: readonly string[];
}

const PERSON = `
  select p.id as person, p.username, p.name, p.language, p.administrator, p.must_change_password, p.unit_code, t.slug, t.demonstration, t.zone,
    (select coalesce(jsonb_agg(jsonb_build_object('position', h.position_code, 'unit', nullif(h.unit_code, '')) order by h.position_code, h.unit_code), '[]')
       from person_position h where h.tenant_id = p.tenant_id and h.person_id = p.id) as positions,
    array(select distinct unnest(o.rights) from person_position h join position o on o.tenant_id = h.tenant_id and o.code = h.position_code
       where h.tenant_id = p.tenant_id and h.person_id = p.id) as rights
  from`;
const JOINED = 'join person p on p.tenant_id = x.tenant_id and p.id = x.person_id join tenant t on t.id = x.tenant_id';
const OF_SESSION = { name: 'actor-of-session', text: `${PERSON} session x ${JOINED} where x.tenant_id = $1 and x.token_hash = $2 and x.expires_at > $3 and p.left_at is null` };
const OF_KEY = { name: 'actor-of-key', text: `${PERSON} api_key x ${JOINED} where x.tenant_id = $1 and x.key_hash = $2 and x.created_at <= $3 and x.revoked_at is null and p.left_at is null` };

const OF_PERSON = { name: 'actor-of-person', text: `${PERSON} person p join tenant t on t.id = p.tenant_id where p.tenant_id = $1 and p.id = $2 and p.created_at <= $3 and p.left_at is null` };

/** A person as an actor without a request: for work he asked for that goes on by itself, with the rights he has now. Null when he has left. */
export function actorOfPerson(db: Database, clock: Clock, tenant: string, person: string): Promise<Actor | null> {
  return withReadScope(db, { tenant }, (scope) => readActor(scope, OF_PERSON, person, clock.now()));
}

async function readActor(scope: Scope<TenantActor>, from: { name: string; text: string }, hash: Buffer | string, now: number): Promise<Actor | null> {
  const { rows } = await scope.run<Row>({ ...from, values: [scope.tenant, hash, new Date(now)] });
  const row = rows[0];
  if (!row) return null;
  const language: Language = row.language === 'en' ? 'en' : 'zh';
  return {
    is: 'person', tenant: scope.tenant, slug: row.slug, demonstration: row.demonstration, zone: row.zone,
    person: row.person, name: row.name, username: row.username, language, administrator: row.administrator, mustChangePassword: row.must_change_password,
    unit: row.unit_code, positions: row.positions, rights: rightsOf(row.rights, row.administrator),
  };
}
