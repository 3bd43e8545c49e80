import { gatherTenant } from '#capabilities/matters/index.ts';
import { withScope, type Scope } from '#platform/db/index.ts';
import { BUNDLE_ABOVE, bundled, letterOf } from '../rules/letter.ts';
import { waitAfter, type MinuteLimit } from '../rules/retry.ts';
import type { OutboxContext } from './context.ts';
import { markSent, putOff, senderOf, type Sender } from './take.ts';
import { said, type KeptWords } from './words.ts';

/** While a mail is on its way nobody else takes it; a process that died meanwhile leaves it to the next after so long. */
const ON_ITS_WAY = 2 * 60_000;

const TAKE = `select o.id, o.attempts, n.id as notice, n.template, n.content, n.matter_id, p.email, p.language, p.left_at is not null as gone
  from outbox o join notice n on n.tenant_id = o.tenant_id and n.id = (o.content->>'notice')::uuid join person p on p.tenant_id = n.tenant_id and p.id = n.person_id
  where o.tenant_id = $1 and o.template = 'mail' and o.recipients->0->>'person' = $2 and o.sent_at is null and o.not_before <= $3
  order by o.created_at, o.id limit 200 for update of o skip locked`;
const MARK = 'update notice set mail = $3 where tenant_id = $1 and id = any($2::uuid[])';

interface MailRow {
  readonly id: string; readonly attempts: number; readonly notice: string; readonly template: string; readonly content: KeptWords; readonly matter_id: string | null;
  readonly email: string | null; readonly language: string; readonly gone: boolean;
}
interface Taken { readonly rows: readonly MailRow[]; readonly names: ReadonlyMap<string, string> }

/**
 * Sends what waits for one person: one mail each, or one for all when there are many. @returns whether anything was done.
 * A mail that the server has taken and that could not be marked any more is sent again with the same Message-ID.
 */
export async function mailTo(context: OutboxContext, limit: MinuteLimit, tenant: string, person: string): Promise<boolean> {
  const { rows, names } = await takeFor(context, tenant, person);
  for (const group of bundled(rows)) await sendGroup(context, limit, tenant, group, names);
  return rows.length > 0;
}

function takeFor(context: OutboxContext, tenant: string, person: string): Promise<Taken> {
  return withScope(context.db, senderOf(tenant), async (scope) => {
    const now = context.clock.now();
    const { rows } = await scope.run<MailRow>({ name: 'mail-take', text: TAKE, values: [tenant, person, new Date(now)] });
    if (rows.length === 0) return { rows, names: new Map() };
    const reachable = context.mail !== null && rows.every((row) => row.email && !row.gone);
    if (!reachable) {
      await markSent(scope, rows.map((row) => row.id), now, context.mail === null ? 'no mail server is set up' : 'the person has left or has no address');
      await mark(scope, rows, 'none');
      return { rows: [], names: new Map() };
    }
    await putOff(scope, rows.map((row) => row.id), now + ON_ITS_WAY, 0, null);
    return { rows, names: (await gatherTenant(scope, now)).company.names };
  });
}

async function sendGroup(context: OutboxContext, limit: MinuteLimit, tenant: string, group: readonly MailRow[], names: ReadonlyMap<string, string>): Promise<void> {
  const first = group[0];
  if (!first?.email || !context.mail) return;
  const ids = group.map((row) => row.id);
  const freeAt = limit.take(context.clock.now());
  if (freeAt !== null) return withScope(context.db, senderOf(tenant), (scope) => putOff(scope, ids, freeAt, 0, null));
  const enclosed = group.map((row) => ({ template: row.template, said: said(row.content, names), link: linkTo(context, row.matter_id) }));
  const letter = letterOf(enclosed, first.language === 'en' ? 'en' : 'zh');
  const failure = await context.mail.send({ ...letter, to: first.email, messageId: `<${group.length > BUNDLE_ABOVE ? 'bundle-' : ''}${first.notice}@aftercare>` }).then(() => null, reasonOf);
  await withScope(context.db, senderOf(tenant), (scope) => (failure === null ? sent(context, scope, group) : failed(context, scope, group, failure)));
}

const linkTo = ({ publicUrl }: OutboxContext, matter: string | null): string | null => (publicUrl === null || matter === null ? null : `${publicUrl}/matters/${matter}`);

async function sent(context: OutboxContext, scope: Scope<Sender>, group: readonly MailRow[]): Promise<void> {
  await markSent(scope, group.map((row) => row.id), context.clock.now());
  await mark(scope, group, 'sent');
}

async function failed(context: OutboxContext, scope: Scope<Sender>, group: readonly MailRow[], failure: string): Promise<void> {
  for (const row of group) {
    const wait = waitAfter(row.attempts + 1);
    await putOff(scope, [row.id], wait === null ? null : context.clock.now() + wait, 1, failure);
    if (wait === null) await mark(scope, [row], 'failed');
  }
  context.log.warn({ mails: group.length, failure }, 'a mail could not be sent');
}

async function mark(scope: Scope<Sender>, rows: readonly MailRow[], mail: 'none' | 'sent' | 'failed'): Promise<void> {
  await scope.run({ name: 'mail-mark', text: MARK, values: [scope.tenant, rows.map((row) => row.notice), mail] });
}

/** The kind of failure only: what a mail server says may repeat the address. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
  const answer = error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number' ? ` ${error.responseCode}` : '';
  return `${code}${answer}`;
}
