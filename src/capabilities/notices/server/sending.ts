import { MINUTE, type Language, type Text } from '#engine';
import { withScope } from '#platform/db/index.ts';
import { waitAtMost } from '#platform/due/index.ts';
import { bundleText } from '../rules/letter.ts';
import { byGravity } from '../rules/parcels.ts';
import { waitAfter } from '../rules/retry.ts';
import { noticeText } from '../rules/wording.ts';
import type { OutboxContext } from './context.ts';
import { linkOf } from './links.ts';
import type { OutsideMessage, OutsideOutcome } from './outside.ts';
import { takeParcels, type DeliveryRow, type Parcel, type Taken } from './parcels.ts';
import { senderOf, type WaitingParcel } from './take.ts';
import { said } from './words.ts';

/** Longer than any way out takes by its own limits. */
const SEND_LIMIT = 25_000;
const SENT = "update delivery set state = 'sent', sent_at = $3, attempts = attempts + 1, answer = $4 where tenant_id = $1 and id = any($2::uuid[]) and state = 'waiting'";
const FAILED = `update delivery set attempts = attempts + 1, answer = $3, not_before = coalesce($4::timestamptz, not_before), state = case when $4::timestamptz is null then 'given-up' else state end
  where tenant_id = $1 and id = any($2::uuid[]) and state = 'waiting'`;
/** What was not tried is free to travel with what comes meanwhile; what the receiver turned away keeps its id. */
const WAITS = 'update delivery set not_before = $3, answer = $4, message_id = case when $5 then message_id end where tenant_id = $1 and id = any($2::uuid[]) and state = \'waiting\'';

const PUT_OFF = "update delivery set not_before = $5 where tenant_id = $1 and channel_id = $2 and person_id = $3 and state = 'waiting' and not_before <= $4";

/**
 * Sends what waits for one person on one channel. The messages are made in one transaction, sent outside any, and marked in another:
 * a process that dies in between leaves them to be sent again with the same id. @returns whether anything was done.
 */
export async function sendParcels(context: OutboxContext, waiting: WaitingParcel): Promise<boolean> {
  const taken = await takeParcels(context, waiting);
  if (!taken) return false;
  const left = [...taken.parcels];
  for (let parcel = left.shift(); parcel; parcel = left.shift()) {
    const outcome = await sendOne(context, waiting, taken, parcel);
    await mark(context, waiting.tenant_id, parcel.rows, outcome);
    // The rest has no place either: it waits together, and may become one message.
    if (outcome.is === 'later' && left.length > 0) return restWaits(context, waiting.tenant_id, left, outcome);
  }
  return true;
}

/** What could not even be made into messages is looked at again in a minute. */
export function putOffParcels(context: OutboxContext, { tenant_id: tenant, channel_id: channel, person_id: person }: WaitingParcel): Promise<void> {
  const now = context.clock.now();
  return withScope(context.db, senderOf(tenant), async (scope) => {
    await scope.run({ name: 'delivery-put-off', text: PUT_OFF, values: [scope.tenant, channel, person, new Date(now), new Date(now + MINUTE)] });
  });
}

async function restWaits(context: OutboxContext, tenant: string, left: readonly Parcel[], outcome: OutsideOutcome & { is: 'later' }): Promise<true> {
  await mark(context, tenant, left.flatMap((parcel) => parcel.rows), { ...outcome, tried: false });
  return true;
}

function sendOne(context: OutboxContext, { tenant_id: tenant, channel_id: channel }: WaitingParcel, { person, names }: Taken, { id, rows }: Parcel): Promise<OutsideOutcome> {
  const language: Language = person.language === 'en' ? 'en' : 'zh';
  const ordered = rows.map((row) => ({ class: row.class, template: row.template, due: row.content.due, row })).toSorted(byGravity).map((each) => each.row);
  const [gravest] = ordered;
  if (!context.outside || !gravest) return Promise.resolve({ is: 'refused', answer: NO_WAY });
  const lines = ordered.map((row) => headOf(row, language) + noticeText(row.template, said(row.content, names), language));
  const message: OutsideMessage = {
    id, to: { name: person.name, phone: person.phone || null, email: person.email || null }, language, ...bundleText(lines, language), link: linkOf(context.publicUrl, gravest.matter_id, gravest.content),
  };
  return inTime(context.outside.send(tenant, channel, message, gravest.class === 'alarm'), context.sendLimit ?? SEND_LIMIT).catch((error: unknown) => {
    context.log.error({ err: error, channel }, 'a message could not be sent');
    return { is: 'failed', answer: BROKEN };
  });
}

/** A way out has limits of its own; should they fail, its receiver holds up nobody, and the message is tried again with the same id. */
async function inTime(sending: Promise<OutsideOutcome>, milliseconds: number): Promise<OutsideOutcome> {
  return (await waitAtMost(sending, milliseconds)) ? sending : { is: 'failed', answer: SLOW };
}

function mark(context: OutboxContext, tenant: string, rows: readonly DeliveryRow[], outcome: OutsideOutcome): Promise<void> {
  const now = context.clock.now();
  const ids = rows.map((row) => row.id);
  const answer = JSON.stringify(outcome.answer);
  return withScope(context.db, senderOf(tenant), async (scope) => {
    if (outcome.is === 'sent') await scope.run({ name: 'delivery-sent', text: SENT, values: [scope.tenant, ids, new Date(now), answer] });
    else if (outcome.is === 'later') await scope.run({ name: 'delivery-waits', text: WAITS, values: [scope.tenant, ids, new Date(outcome.at), answer, outcome.tried] });
    else {
      const wait = outcome.is === 'refused' ? null : waitAfter(Math.max(...rows.map((row) => row.attempts)) + 1);
      await scope.run({ name: 'delivery-failed', text: FAILED, values: [scope.tenant, ids, answer, wait === null ? null : new Date(now + wait).toISOString()] });
    }
  });
}

/** An alarm says so before anything else, and how grave its matter is. */
function headOf({ class: kind, content: { mark } }: DeliveryRow, language: Language): string {
  if (kind !== 'alarm') return '';
  const grave = mark ? `${language === 'zh' ? '·' : ', '}${mark}` : '';
  return language === 'zh' ? `【警报${grave}】` : `[Alarm${grave}] `;
}

const NO_WAY: Text = { zh: '没有可用的通道', en: 'There is no channel' };
const SLOW: Text = { zh: '对方迟迟没有答完，稍后再试', en: 'The receiver did not finish its answer in time; it is tried again' };
const BROKEN: Text = { zh: '发送时出了差错，稍后再试', en: 'Something went wrong while sending; it is tried again' };
