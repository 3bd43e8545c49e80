import { formatInstant, ourTitle } from '#engine';
import { AGAIN_AFTER, gatherMatter, gatherTenant, sees, wordsFor, WORDS_OF_MATTER, type Surroundings, type Worded } from '#capabilities/matters/index.ts';
import { isId, withReadScope, type Scope } from '#platform/db/index.ts';
import { missing, readCursor, writeCursor, wrong, type Actor, type Context } from '#platform/operations/index.ts';
import type { NoticeClass, NoticeFilter, NoticeJson, NoticesAnswer, ReadBody } from '../contract.ts';
import { happenedOf, noticeText, noticeTitle } from '../rules/wording.ts';
import { callingOf } from './calling.ts';
import { pathOf } from './links.ts';
import { said, type KeptWords } from './words.ts';

const PAGE = 50;
/** What a notice is read from; whoever handles an alarm stands for all who were alarmed. */
export const NOTICE_COLUMNS = `n.id, n.template, n.content, n.matter_id, n.person_id, n.at, n.read_at, n.class, n.taken_at, n.taken_how, n.handled_by, n.handled_at, n.next_at, n.told, n.alarm_id, n.mail,
    m.kind, m.policy_version, ${WORDS_OF_MATTER}`;
const FROM = 'from notice n left join matter m on m.tenant_id = n.tenant_id and m.id = n.matter_id';
const LIST = `select ${NOTICE_COLUMNS} ${FROM}
  where n.tenant_id = $1 and n.person_id = $2 and ($3::timestamptz is null or (n.at, n.id) < ($3, $4)) and ($6::text is null or n.class = $6)
    and (not $7::boolean or (n.taken_at is null and n.handled_by is null)) order by n.at desc, n.id desc limit $5`;
const ONE = `select ${NOTICE_COLUMNS} ${FROM} where n.tenant_id = $1 and n.person_id = $2 and n.id = $3`;
const UNREAD = 'select count(*) as count from notice where tenant_id = $1 and person_id = $2 and read_at is null';
const ALARMS = "select count(*) as count from notice where tenant_id = $1 and person_id = $2 and class = 'alarm' and taken_at is null and handled_by is null";
const READ = 'update notice set read_at = $3 where tenant_id = $1 and person_id = $2 and read_at is null and ($4::uuid[] is null or id = any($4))';

export interface NoticeRow {
  readonly id: string; readonly template: string; readonly content: KeptWords; readonly matter_id: string | null; readonly person_id: string; readonly at: number; readonly read_at: number | null;
  readonly class: NoticeClass; readonly taken_at: number | null; readonly taken_how: 'seen' | 'handling' | null; readonly handled_by: string | null; readonly handled_at: number | null;
  readonly next_at: number | null; readonly told: number; readonly alarm_id: string | null; readonly mail: 'none' | 'waiting' | 'sent' | 'failed'; readonly kind: string | null; readonly policy_version: string | null;
  readonly subject: string | null; readonly customer_name: string | null; readonly roles: NonNullable<Worded['roles']> | null; readonly place: string | null; readonly beginning: string | null;
}

/** One's own notices, newest first, with the number of unread ones (`GET /api/notices`). */
export function listNotices(context: Context, actor: Actor, filter: NoticeFilter): Promise<NoticesAnswer> {
  return withReadScope(context.db, actor, async (scope) => {
    const place = placeOf(filter);
    const limit = filter.limit ?? PAGE;
    const { rows } = await scope.run<NoticeRow>({ name: 'notice-list', text: LIST, values: [scope.tenant, actor.person, place ? new Date(place.at) : null, place?.id ?? null, limit + 1, filter.class ?? null, filter.open === 'true'] });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const around = await gatherTenant(scope, context.clock.now());
    const items: NoticeJson[] = [];
    const calling = await callingOf(scope, around, shown);
    for (const row of shown) items.push((await mayStillSee(scope, around, row, actor)) ? { ...noticeJson(row, around, actor), calling: calling(row) } : withdrawn(row, around, actor));
    return { items, next: rows.length > limit && last ? writeCursor(filter, [last.at, last.id]) : null, unread: await unreadOf(scope), alarms: await alarmsOf(scope) };
  });
}

/** Marks one's own notices as read, some or all (`POST /api/notices/read`). Others' ids change nothing. @returns how many stay unread. */
export async function readNotices(scope: Scope<Actor>, body: ReadBody, systemNow: number): Promise<number> {
  const { now } = await gatherTenant(scope, systemNow);
  await scope.run({ name: 'notice-read', text: READ, values: [scope.tenant, scope.actor.person, new Date(now), 'ids' in body ? body.ids : null] });
  return unreadOf(scope);
}

async function unreadOf(scope: Scope<Actor>): Promise<number> {
  return (await scope.run<{ count: number }>({ name: 'notice-unread', text: UNREAD, values: [scope.tenant, scope.actor.person] })).rows[0]?.count ?? 0;
}

async function alarmsOf(scope: Scope<Actor>): Promise<number> {
  return (await scope.run<{ count: number }>({ name: 'notice-alarms', text: ALARMS, values: [scope.tenant, scope.actor.person] })).rows[0]?.count ?? 0;
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

/** One of one's own notices. @throws missing */
export async function noticeFor(scope: Scope<Actor>, id: string, around: Surroundings): Promise<NoticeJson> {
  const row = (await scope.run<NoticeRow>({ name: 'notice-one', text: ONE, values: [scope.tenant, scope.actor.person, id] })).rows[0];
  if (!row) throw missing();
  if (!(await mayStillSee(scope, around, row, scope.actor))) return withdrawn(row, around, scope.actor);
  return { ...noticeJson(row, around, scope.actor), calling: (await callingOf(scope, around, [row]))(row) };
}

/** A notice in its reader's language. */
function noticeJson(row: NoticeRow, around: Surroundings, actor: Actor): NoticeJson {
  const { content } = row;
  const words = said(content, around.company.names);
  const line = wordsFor(around, actor)({ ...row, subject: row.subject ?? '', customer_name: row.customer_name ?? '', beginning: row.beginning ?? '' });
  return {
    ...bare(row, around, actor), text: noticeText(row.template, words, actor.language), title: noticeTitle(row.template, words, content.mark ?? null, actor.language, row.class === 'alarm' ? happenedOf(line.subject, line.customerName) : ''), clause: [...content.clause],
    matter: row.matter_id === null || content.number === null ? null : { id: row.matter_id, number: content.number }, act: content.act === null ? null : ourTitle(content.act, actor.language), due: content.due, link: pathOf(row.matter_id, content),
    // On the clock that people read, the company's: a demonstration's stands elsewhere than the machine's, by which it is told again.
    climbs: row.class === 'alarm' && row.next_at !== null && row.told === 1 && content.above ? { at: formatInstant(row.at + AGAIN_AFTER, actor.zone), to: content.above } : null,
    calling: null,
  };
}

function withdrawn(row: NoticeRow, around: Surroundings, actor: Actor): NoticeJson {
  const text = { zh: '您现在无权查看这条通知的内容', en: 'You may no longer see what this notice says' }[actor.language];
  return { ...bare(row, around, actor), text, title: text, clause: [], matter: null, act: null, due: null, link: null, climbs: null, calling: null };
}

/** What says nothing of the matter. */
function bare(row: NoticeRow, around: Surroundings, actor: Actor): Pick<NoticeJson, 'id' | 'template' | 'at' | 'read' | 'class' | 'takenAt' | 'takenBy'> {
  const takenAt = row.handled_at ?? row.taken_at;
  const by = row.handled_by ?? (row.taken_at === null ? null : row.person_id);
  return {
    id: row.id, template: row.template, at: formatInstant(row.at, actor.zone), read: row.read_at !== null, class: row.class,
    takenAt: takenAt === null ? null : formatInstant(takenAt, actor.zone), takenBy: by === null ? null : { id: by, name: around.company.names.get(by) ?? '—' },
  };
}
