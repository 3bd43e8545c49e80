import { companies, withScope } from '#platform/db/index.ts';
import type { Context } from '#platform/operations/index.ts';

const DAY = 24 * 60 * 60_000;
const AT_MOST = 200;

/** Against uploads, which hold the row shared: no file is removed between its writing and its row. */
const HOLD = 'select 1 from tenant where id = $1 for no key update';
const REMOVE = `delete from attachment where tenant_id = $1 and id in
    (select id from attachment where tenant_id = $1 and matter_id is null and at < $2 order by at limit ${AT_MOST} for update skip locked)
  returning encode(sha256, 'hex') as sha256`;
const STILL_USED = "select distinct encode(sha256, 'hex') as sha256 from attachment where tenant_id = $1 and encode(sha256, 'hex') = any($2::text[])";

/**
 * Removes what was uploaded more than a day ago and never came to belong to a matter, with its files where no other row has
 * the same content; for a timer of the server, once an hour. @returns how many rows went.
 */
export async function sweepAttachments(context: Pick<Context, 'db' | 'files' | 'clock'>): Promise<number> {
  const before = context.clock.now() - DAY;
  let removed = 0;
  for (const company of await companies(context.db)) {
    for (let count = AT_MOST; count === AT_MOST; removed += count) count = await sweepCompany(context, company.id, before);
  }
  await context.files.dropLeftovers(before);
  return removed;
}

function sweepCompany({ db, files }: Pick<Context, 'db' | 'files'>, tenant: string, before: number): Promise<number> {
  return withScope(db, { tenant }, async (scope) => {
    await scope.run({ name: 'attachment-sweep-hold', text: HOLD, values: [tenant] });
    const { rows } = await scope.run<{ sha256: string }>({ name: 'attachment-sweep', text: REMOVE, values: [tenant, new Date(before)] });
    if (rows.length === 0) return 0;
    const hashes = [...new Set(rows.map((row) => row.sha256))];
    const used = (await scope.run<{ sha256: string }>({ name: 'attachment-used', text: STILL_USED, values: [tenant, hashes] })).rows.map((row) => row.sha256);
    // Before the commit, while uploads wait: a file may vanish without its row only if the commit then fails, and the row goes with the next sweep.
    for (const sha256 of hashes) if (!used.includes(sha256)) await files.remove(tenant, sha256);
    return rows.length;
  });
}
