import { chain, type ChainedRow } from '#capabilities/audit/index.ts';
import { normalPhone } from '#capabilities/customers/index.ts';
import { uuidv7, type Scope } from '#platform/db/index.ts';
import { missing, type Actor } from '#platform/operations/index.ts';
import type { ReceiveBody } from '../contract.ts';
import type { Surroundings } from './gather.ts';

/** Counts the number, and takes the caller's telephone number for the length of the transaction: two first calls from one number make one file. */
const COUNT = `insert into tenant_counter as c (tenant_id, name, last) values ($1, $2, 1) on conflict (tenant_id, name) do update set last = c.last + 1
  returning last, case when $3 <> '' then pg_advisory_xact_lock(hashtextextended('caller ' || $1::uuid || $3, 0))::text end as taken`;

/**
 * Finds or registers the customer, and holds him: whoever makes one file of two, or erases him, waits for this matter or is waited for.
 * Whoever became part of another file is that file, by his id and by his number. No row: the one who was seen is gone since.
 */
const CALLER = `with seen as (select c.id from customer k join customer c on c.tenant_id = $1 and c.id = case when k.merged_into is null then k.id else k.merged_into end
      where k.tenant_id = $1 and c.erased_at is null and (k.id = $2 or ($2::uuid is null and $4 <> '' and k.phone = $4 and (k.name = $3 or c.name = $3 or $8))) order by c.created_at limit 1),
    held as (select id, name, phone, address from customer where tenant_id = $1 and id = (select id from seen) and erased_at is null and merged_into is null for share),
    made as (insert into customer (tenant_id, id, name, phone, address, created_at) select $1, $6, $3, $4, $5, $7 where $2::uuid is null and $3::text is not null and not exists (select from seen)
      returning id, name, phone, address)
  select *, false as fresh from held union all select *, true from made`;

/** A file can become part of another between two looks at it, and that one of a third. */
const LOOKS = 3;

/** Looks until something is found, as often as a file can have moved on meanwhile. @param rows - of the first look */
export async function lookAgain<R>(rows: readonly R[], look: () => Promise<{ readonly rows: readonly R[] }>): Promise<readonly R[]> {
  let found = rows;
  for (let looks = 1; found.length === 0 && looks < LOOKS; looks++) found = (await look()).rows;
  return found;
}

/** The same number is taken for the length of the transaction by whoever corrects a matter to a caller. */
const TAKE_NUMBER = "select pg_advisory_xact_lock(hashtextextended('caller ' || $1::uuid || $2, 0))";

interface Found { readonly id: string; readonly name: string; readonly phone: string; readonly address: string; readonly fresh: boolean }
/** The number of a matter, and whose it is; nobody's where no customer was given. */
export interface Counted { readonly last: number; readonly id: string | null; readonly name: string | null; readonly phone: string | null; readonly address: string | null; readonly fresh: boolean | null }
type Named = Exclude<NonNullable<ReceiveBody['customer']>, { id: string }>;
/** Whose a matter is; nobody's where no customer was given. */
type Whose = Omit<Counted, 'last'>;
const NOBODY = { id: null, name: null, phone: null, address: null, fresh: null };

/** A caller whose name is not known yet is called by his number or his place. */
const calledBy = ({ name, phone, address }: { name?: string | undefined; phone?: string | undefined; address?: string | undefined }): string => name ?? (phone?.trim() || address?.trim() || '');

/** Counts a matter's number and finds its customer, in one round trip: first the counter's lock, then the customer's. @throws Failure 404 for one who is not there (or no longer) */
export async function count(scope: Scope<Actor>, counter: string, { customer: given }: ReceiveBody, at: number): Promise<Counted> {
  const known = given && 'id' in given ? given.id : null;
  const named = given && !('id' in given) ? given : null;
  const phone = normalPhone(named?.phone ?? '');
  const look = () => scope.run<Found>({ name: 'matter-caller', text: CALLER, values: [scope.tenant, known, named && calledBy(named), phone, named?.address ?? '', uuidv7(), new Date(at), named !== null && named.name === undefined] });
  // Both leave together, but the second begins when the first has its locks: it sees what was written while they waited.
  const [counted, first] = await Promise.all([scope.run<{ last: number }>({ name: 'matter-count', text: COUNT, values: [scope.tenant, counter, phone] }), given ? look() : null]);
  const last = counted.rows[0]?.last ?? 1;
  if (!first) return { last, ...NOBODY };
  const [found] = await lookAgain(first.rows, look);
  if (!found) throw missing();
  return { last, ...found };
}

/** Finds or registers the caller a matter is corrected to: the file of his number, else a new one. @returns who it is, and the beginning of his stream where he is new */
export async function callerOf(scope: Scope<Actor>, named: Named, around: Surroundings): Promise<{ readonly caller: Found; readonly beside: readonly ChainedRow[] }> {
  const phone = normalPhone(named.phone ?? '');
  if (phone !== '') await scope.run({ name: 'caller-take', text: TAKE_NUMBER, values: [scope.tenant, phone] });
  const [caller] = (await scope.run<Found>({ name: 'matter-caller', text: CALLER, values: [scope.tenant, null, calledBy(named), phone, named.address ?? '', uuidv7(), new Date(around.recordedAt), named.name === undefined] })).rows;
  if (!caller) throw missing();
  return { caller, beside: caller.fresh ? customerRegistered(scope, caller, around) : [] };
}

/** A customer registered on the way begins his stream. */
export function customerRegistered(scope: Scope<Actor>, counted: Whose, { now, recordedAt }: Surroundings): readonly ChainedRow[] {
  const words = { name: counted.name ?? '', phone: counted.phone ?? '', address: counted.address ?? '' };
  return chain({ tenant: scope.tenant, stream: counted.id ?? '', of: 'customer', policyVersion: null, head: null }, [
    { seq: 1, type: 'registered', act: null, actor: scope.actor.person, occurredAt: now, recordedAt, body: {}, words },
  ]).rows;
}
