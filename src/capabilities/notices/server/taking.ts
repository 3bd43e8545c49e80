import { recordHappening } from '#capabilities/audit/index.ts';
import { gatherTenant } from '#capabilities/matters/index.ts';
import type { Scope } from '#platform/db/index.ts';
import { missing, type Actor, type Context, type Request } from '#platform/operations/index.ts';
import type { NoticeJson, TakeBody } from '../contract.ts';
import { noticeFor, type NoticeRow } from './list.ts';
import { takeWork } from './take-work.ts';

/** Events of one person come one after the other. */
const TURN = 'select 1 from person where tenant_id = $1 and id = $2 for no key update';
/**
 * All notices of one alarm, and of the others of its matter that nobody handles yet, always in the same order: of two who take them at once
 * one waits for the other, and then sees that it is handled.
 */
const ALARM = `select id, handled_by from notice where tenant_id = $1 and (id = $2 or alarm_id = (select alarm_id from notice where tenant_id = $1 and id = $2)
  or (handled_by is null and class = 'alarm' and matter_id = (select matter_id from notice where tenant_id = $1 and id = $2 and class = 'alarm'))) order by id for no key update`;
const TAKE = `update notice set taken_at = coalesce(taken_at, $4), taken_how = $5, read_at = coalesce(read_at, $4), next_at = null where tenant_id = $1 and id = $2 and person_id = $3
  returning class, alarm_id, handled_by`;
/** Whoever handles it ends it for all who were alarmed, on every level, with all alarms of the matter: one press, one sentence in its history. Those who had it read keep when. */
const HANDLED = `update notice set handled_by = $3, handled_at = $4, next_at = null where tenant_id = $1 and id = any($2::uuid[]) and handled_by is null returning id, person_id`;
const NO_MORE = "update delivery set state = 'unneeded' where tenant_id = $1 and notice_id = any($2::uuid[]) and state = 'waiting' and message_id is null";

/**
 * Takes one's own notice (`POST /api/notices/{id}/take`): it sounds no more, and is not told again. Who wants to handle what another has
 * begun to handle meanwhile has seen it; the answer says who has it (`takenBy`). Whoever has it first takes the work as well, once the alarm is his. @throws missing when it is nobody's, or another's.
 */
export async function takeNotice(context: Context, scope: Scope<Actor>, id: string, { how: wanted }: TakeBody, request: Request): Promise<NoticeJson> {
  const { actor } = scope;
  // When it was taken is read beside when it came: on the company's clock.
  const around = await gatherTenant(scope, context.clock.now());
  const at = new Date(around.now);
  await scope.run({ name: 'notice-turn', text: TURN, values: [scope.tenant, actor.person] });
  const alarm = (await scope.run<Pick<NoticeRow, 'id' | 'handled_by'>>({ name: 'notice-alarm', text: ALARM, values: [scope.tenant, id] })).rows;
  const how = alarm.some((each) => each.handled_by !== null && each.handled_by !== actor.person) ? 'seen' : wanted;
  const row = (await scope.run<Pick<NoticeRow, 'class' | 'alarm_id' | 'handled_by'>>({ name: 'notice-take', text: TAKE, values: [scope.tenant, id, actor.person, at, how] })).rows[0];
  if (!row) throw missing();
  const over = how === 'handling' && row.alarm_id !== null
    ? (await scope.run<{ id: string; person_id: string }>({ name: 'notice-handled', text: HANDLED, values: [scope.tenant, alarm.map((each) => each.id), actor.person, at] })).rows
    : [{ id, person_id: actor.person }];
  await scope.run({ name: 'notice-no-more', text: NO_MORE, values: [scope.tenant, [...over.map((each) => each.id), id]] });
  await recordHappening(scope, { stream: actor.person, of: 'person', type: 'notice-taken', actor: actor.person, at: context.clock.now(), body: { notice: id, how, alarm: row.alarm_id } });
  const { tenant } = scope;
  if (how === 'handling' && alarm.every((each) => each.handled_by === null)) scope.onCommit(() => takeWork(context, actor, id, request));
  scope.onCommit(() => {
    for (const each of over) context.live.publish(tenant, { event: 'notice', payload: { person: each.person_id, id: each.id, class: row.class, taken: true } });
  });
  return noticeFor(scope, id, around);
}
