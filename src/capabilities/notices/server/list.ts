import { formatInstant } from '#engine';
import { gatherMatter, gatherTenant, sees, type Surroundings } from '#capabilities/matters/index.ts';
import { isId, withReadScope, withScope, type Scope } from '#platform/db/index.ts';
import { readCursor, writeCursor, wrong, type Actor, type Context } from '#platform/operations/index.ts';
import type { NoticeFilter, NoticeJson, NoticesAnswer, ReadBody } from '../contract.ts';
import { noticeText } from '../rules/wording.ts';
import { said, type KeptWords } from './words.ts';

const PAGE = 50;
const LIST = `select n.id, n.template, n.content, n.matter_id, n.at, n.read_at, m.kind, m.policy_version from notice n left join matter m on m.tenant_id = n.tenant_id and m.id = n.matter_id
  where n.tenant_id = $1 and n.person_id = $2 and ($3::timestamptz is null or (n.at, n.id) < ($3, $4)) order by n.at desc, n.id desc limit $5`;
const UNREAD = 'select count(*) as count from notice where tenant_id = $1 and person_id = $2 and read_at is null';
const READ = 'update notice set read_at = $3 where tenant_id = $1 and person_id = $2 and read_at is null and ($4::uuid[] is null or id = any($4))';

interface NoticeRow {
  readonly id: string; readonly template: string; readonly content: KeptWords; readonly matter_id: string | null; readonly at: number; readonly read_at: number | null;
  readonly kind: string | null; readonly policy_version: string | null;
}

/** One's own notices, newest first, with the number of unread ones (`GET /api/notices`). */
export function listNotices(context: Context, actor: Actor, filter: NoticeFilter): Promise<NoticesAnswer> {
  return withReadScope(context.db, actor, async (scope) => {
    const place = placeOf(filter);
    const limit = filter.limit ?? PAGE;
    const { rows } = await scope.run<NoticeRow>({ name: 'notice-list', text: LIST, values: [scope.tenant, actor.person, place ? new Date(place.at) : null, place?.id ?? null, limit + 1] });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const around = await gatherTenant(scope, context.clock.now());
    const items: NoticeJson[] = [];
    for (const row of shown) items.push((await mayStillSee(scope, around, row, actor)) ? noticeJson(row, around, actor) : withdrawn(row, actor));
    return { items, next: rows.length > limit && last ? writeCursor(filter, [last.at, last.id]) : null, unread: await unreadOf(scope) };
  });
}

/** Marks one's own notices as read, some or all (`POST /api/notices/read`). Others' ids change nothing. @returns how many stay unread. */
export function readNotices(context: Context, actor: Actor, body: ReadBody): Promise<number> {
  return withScope(context.db, actor, async (scope) => {
    await scope.run({ name: 'notice-read', text: READ, values: [scope.tenant, actor.person, new Date(context.clock.now()), 'ids' in body ? body.ids : null] });
    return unreadOf(scope);
  });
}

async function unreadOf(scope: Scope<Actor>): Promise<number> {
  return (await scope.run<{ count: number }>({ name: 'notice-unread', text: UNREAD, values: [scope.tenant, scope.actor.person] })).rows[0]?.count ?? 0;
}

function placeOf(filter: NoticeFilter): { at: number; id: string } | null {
  const place = readCursor(filter);
  if (!place) return null;
  const [at, id] = place;
  if (typeof at === 'number' && Number.isSafeInteger(at) && Math.abs(at) < 8.64e15 && typeof id === 'string' && isId(id)) return { at, id };
  throw wrong([{ path: ['query', 'cursor'], message: { zh: '翻页标记无法读取，请从第一页重新开始。', en: 'This cursor cannot be read. Please begin at the first page.' } }]);
}

/** `see` of a kind is the whole list at any time: who lost his place in it loses the words of old notices, too. */
async function mayStillSee(scope: Scope<Actor>, around: Surroundings, row: NoticeRow, actor: Actor): Promise<boolean> {
  if (row.matter_id === null || row.kind === null || row.policy_version === null) return true;
  if (!around.policies.version(row.policy_version).policy.kinds[row.kind]?.see) return true;
  const gathered = await gatherMatter(scope, row.matter_id, around.recordedAt, null);
  return gathered !== null && sees(gathered, actor);
}

function noticeJson(row: NoticeRow, around: Surroundings, actor: Actor): NoticeJson {
  return {
    id: row.id, template: row.template, text: noticeText(row.template, said(row.content, around.company.names), actor.language), clause: [...row.content.clause],
    matter: row.matter_id === null || row.content.number === null ? null : { id: row.matter_id, number: row.content.number }, at: formatInstant(row.at, actor.zone), read: row.read_at !== null,
  };
}

function withdrawn(row: NoticeRow, actor: Actor): NoticeJson {
  const text = { zh: '您现在无权查看这条通知的内容', en: 'You may no longer see what this notice says' }[actor.language];
  return { id: row.id, template: row.template, text, clause: [], matter: null, at: formatInstant(row.at, actor.zone), read: row.read_at !== null };
}
