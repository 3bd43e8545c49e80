import { formatInstant, type Text } from '#engine';
import { reading, type GatheredMatter } from '#capabilities/matters/index.ts';
import type { Scope } from '#platform/db/index.ts';
import type { Actor, Context } from '#platform/operations/index.ts';
import type { ReceivedAnswer, ReceivedJson } from '../contract.ts';
import { noticeText } from '../rules/wording.ts';
import { NOTICE_COLUMNS, type NoticeRow } from './list.ts';
import { said } from './words.ts';

const MOST = 500;
const NOTICES = `select ${NOTICE_COLUMNS} from notice n join matter m on m.tenant_id = n.tenant_id and m.id = n.matter_id where n.tenant_id = $1 and n.matter_id = $2 order by n.at, n.id limit ${MOST}`;
const DELIVERIES = `select d.notice_id, d.channel_id, d.state, d.attempts, d.answer, d.not_before, d.sent_at from delivery d
  where d.tenant_id = $1 and d.notice_id = any($2::uuid[]) order by d.round, d.created_at, d.id`;

interface DeliveryRow {
  readonly notice_id: string; readonly channel_id: string; readonly state: 'waiting' | 'sent' | 'given-up' | 'unneeded'; readonly attempts: number; readonly answer: Text | null;
  readonly not_before: number; readonly sent_at: number | null;
}
const DEMONSTRATION: Text = { zh: '演示公司：通知不会真的发到外面。', en: 'A demonstration: notices do not really go out.' };

/** Who was told of a matter, when he read it, and by which ways it went to him. @throws missing to whom the matter does not exist. */
export function readReceived(context: Context, actor: Actor, matter: string): Promise<ReceivedAnswer> {
  return reading(context, actor, matter, async (gathered, scope) => {
    const { rows } = await scope.run<NoticeRow>({ name: 'received-notices', text: NOTICES, values: [scope.tenant, matter] });
    const deliveries = (await scope.run<DeliveryRow>({ name: 'received-deliveries', text: DELIVERIES, values: [scope.tenant, rows.map((row) => row.id)] })).rows;
    const channels = await context.outside.names(scope);
    const items = rows.map((row) => receivedJson(row, deliveries.filter((each) => each.notice_id === row.id), channels, gathered, scope));
    return { items, next: null, note: actor.demonstration ? DEMONSTRATION[actor.language] : null };
  });
}

function receivedJson(row: NoticeRow, deliveries: readonly DeliveryRow[], channels: ReadonlyMap<string, string>, { around: { company } }: GatheredMatter, { actor }: Scope<Actor>): ReceivedJson {
  const told = (at: number | null): string | null => (at === null ? null : formatInstant(at, actor.zone));
  return {
    id: row.id, class: row.class, template: row.template, text: noticeText(row.template, said(row.content, company.names), actor.language), clause: [...row.content.clause], at: formatInstant(row.at, actor.zone),
    person: { id: row.person_id, name: company.names.get(row.person_id) ?? '—' }, readAt: told(row.read_at), takenAt: told(row.taken_at), takenHow: row.taken_how, told: row.told, mail: row.mail,
    deliveries: deliveries.map((each) => ({
      channel: channels.get(each.channel_id) ?? '—', state: each.state === 'waiting' && each.attempts > 0 ? 'failed' : each.state, at: formatInstant(each.sent_at ?? each.not_before, actor.zone),
      attempts: each.attempts, answer: each.answer?.[actor.language] ?? null,
    })),
  };
}
