import { uuidv7, withReadScope, type Scope, type TenantActor } from '#platform/db/index.ts';
import { missing, type Actor, type Context, type FileAnswer } from '#platform/operations/index.ts';

/** How long the file of a print or an export can be fetched. */
export const KEPT_FOR = 24 * 60 * 60_000;
export const PDF = 'application/pdf';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Held until the end of the transaction, so that no sweep takes the bytes away between their writing and their row. */
const HOLD = 'select 1 from tenant where id = $1 for share';
const INSERT = `insert into kept_file (tenant_id, id, person_id, name, media_type, bytes, sha256, at, next_at) values ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), $8, $9)`;

export interface NewFile { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }
export interface KeptFile { readonly id: string; readonly sha256: string; readonly until: number }

/** Keeps a file for a day, in the transaction of what made it. It belongs to one person. @param now - the machine's clock. */
export async function keepFile(context: Pick<Context, 'files'>, scope: Scope<TenantActor>, person: string, { name, mediaType, bytes }: NewFile, now: number): Promise<KeptFile> {
  await scope.run({ name: 'kept-hold', text: HOLD, values: [scope.tenant] });
  const sha256 = await context.files.put(scope.tenant, Buffer.from(bytes));
  const file = { id: uuidv7(), sha256, until: now + KEPT_FOR };
  await scope.run({ name: 'kept-insert', text: INSERT, values: [scope.tenant, file.id, person, name, mediaType, bytes.byteLength, sha256, new Date(now), new Date(file.until)] });
  return file;
}

const ONE = `select name, media_type, encode(sha256, 'hex') as sha256 from kept_file where tenant_id = $1 and id = $2 and person_id = $3 and next_at > $4`;

/** A file that one made oneself within the last day. @throws missing for everybody else's, and for what is older. */
export async function openKept(context: Context, actor: Actor, id: string): Promise<FileAnswer> {
  const row = await withReadScope(context.db, actor, async (scope) =>
    (await scope.run<{ name: string; media_type: string; sha256: string }>({ name: 'kept-one', text: ONE, values: [scope.tenant, id, actor.person, new Date(context.clock.now())] })).rows[0]);
  if (!row) throw missing();
  const content = await context.files.open(actor.tenant, row.sha256).catch((error: unknown) => {
    context.log.error({ err: error, file: id }, 'a kept file cannot be opened');
    throw missing();
  });
  return { name: row.name, mediaType: row.media_type, content, inline: row.media_type === PDF };
}

/** Against those who write files, who hold the row shared. */
const HOLD_ALONE = 'select 1 from tenant where id = $1 for no key update';
const REMOVE = "delete from kept_file where tenant_id = $1 and id = $2 and next_at <= $3 returning encode(sha256, 'hex') as sha256";
const STILL_USED = "select 1 from attachment where tenant_id = $1 and sha256 = decode($2, 'hex') union all select 1 from kept_file where tenant_id = $1 and sha256 = decode($2, 'hex') limit 1";

/** Removes a file whose day is over; its bytes stay where somebody attached the same ones to a matter. */
export async function dropKept(context: Pick<Context, 'files'>, scope: Scope<TenantActor>, id: string, now: number): Promise<void> {
  await scope.run({ name: 'kept-hold-alone', text: HOLD_ALONE, values: [scope.tenant] });
  const removed = (await scope.run<{ sha256: string }>({ name: 'kept-remove', text: REMOVE, values: [scope.tenant, id, new Date(now)] })).rows[0];
  if (!removed) return;
  const { rows } = await scope.run({ name: 'kept-still-used', text: STILL_USED, values: [scope.tenant, removed.sha256] });
  if (rows.length === 0) await context.files.remove(scope.tenant, removed.sha256);
}
