import type { Text } from '#engine';
import { gatherMatter, gatherTenant, sees, stillOwed, type GatheredMatter } from '#capabilities/matters/index.ts';
import { uuidv7, withScope, type Scope } from '#platform/db/index.ts';
import type { NoticeClass } from '../contract.ts';
import { BUNDLE_WINDOW, parcelsOf } from '../rules/parcels.ts';
import { GATHERING } from '../rules/timing.ts';
import type { OutboxContext } from './context.ts';
import { personsOf, readerOf, type PersonRow } from './recipients.ts';
import { senderOf, type Sender, type WaitingParcel } from './take.ts';
import type { KeptWords } from './words.ts';

/** While a message is on its way nobody else takes it; a process that died meanwhile leaves it to the next after so long, under the same id. */
const ON_ITS_WAY = 2 * 60_000;

/** Whoever sends to a person does so alone: else two processes would make two bundles of what is one. */
const TURN = 'select 1 from person where tenant_id = $1 and id = $2 for no key update';
const TAKE = `select d.id, d.class, d.attempts, d.message_id, d.not_before, n.id as notice, n.template, n.content, n.matter_id, n.read_at is not null as read, n.taken_at is not null or n.handled_by is not null as taken,
    o.content->>'obligation' as obligation
  from delivery d join notice n on n.tenant_id = d.tenant_id and n.id = d.notice_id join outbox o on o.tenant_id = n.tenant_id and o.id = n.outbox_id
  where d.tenant_id = $1 and d.channel_id = $2 and d.person_id = $3 and d.state = 'waiting' and d.not_before <= $4 order by d.not_before, d.id for update of d`;
const RECENT = `select message_id, max(coalesce(sent_at, $5)) as at from delivery where tenant_id = $1 and channel_id = $2 and person_id = $3 and message_id is not null
    and (sent_at > $4 or (state = 'waiting' and not_before > $5)) group by message_id`;
const UNNEEDED = "update delivery set state = 'unneeded', answer = $3 where tenant_id = $1 and id = any($2::uuid[])";
const LATER = 'update delivery set not_before = $3 where tenant_id = $1 and id = any($2::uuid[])';
const LEAVE = `update delivery d set message_id = x.message_id, not_before = $3 from jsonb_to_recordset($2::jsonb) as x(id uuid, message_id uuid) where d.tenant_id = $1 and d.id = x.id`;

export interface DeliveryRow {
  readonly id: string; readonly class: NoticeClass; readonly attempts: number; readonly message_id: string | null; readonly not_before: number; readonly notice: string; readonly template: string;
  readonly content: KeptWords; readonly matter_id: string | null; readonly read: boolean; readonly taken: boolean; readonly obligation: string | null;
}
/** One message: its id, and the notices in it. */
export interface Parcel { readonly id: string; readonly rows: readonly DeliveryRow[] }
export interface Taken { readonly person: PersonRow; readonly parcels: readonly Parcel[]; readonly names: ReadonlyMap<string, string> }

/**
 * Takes what waits for one person on one channel and makes messages of it, in a transaction of its own: nothing is sent here.
 * @returns null when nothing is to be sent (any more, or yet).
 */
export function takeParcels(context: OutboxContext, { tenant_id: tenant, channel_id: channel, person_id }: WaitingParcel): Promise<Taken | null> {
  return withScope(context.db, senderOf(tenant), async (scope) => {
    const now = context.clock.now();
    await scope.run({ name: 'parcel-turn', text: TURN, values: [scope.tenant, person_id] });
    const { rows } = await scope.run<DeliveryRow>({ name: 'parcel-take', text: TAKE, values: [scope.tenant, channel, person_id, new Date(now + GATHERING)] });
    if (!rows.some((row) => row.not_before <= now)) return null;
    const [person] = await personsOf(scope, [person_id]);
    const open = ((await context.outside?.routes(scope)) ?? []).some((route) => route.channel === channel);
    const wanted = person && open && !person.demonstration ? await stillWanted(scope, now, rows, person) : new Set<string>();
    await drop(scope, rows.filter((row) => !wanted.has(row.id)), person ? (open ? DONE : CLOSED) : LEFT);
    const parcels = await made(scope, { channel, person: person_id, now }, rows.filter((row) => wanted.has(row.id)));
    return person && parcels.length > 0 ? { person, parcels, names: (await gatherTenant(scope, now)).company.names } : null;
  });
}

/** Messages that were under way before go again as they were; the rest is counted against the minute. */
async function made(scope: Scope<Sender>, { channel, person, now }: { channel: string; person: string; now: number }, rows: readonly DeliveryRow[]): Promise<readonly Parcel[]> {
  const before = underWay(rows, now);
  const recent = (await scope.run<{ at: number }>({ name: 'parcel-recent', text: RECENT, values: [scope.tenant, channel, person, new Date(now - BUNDLE_WINDOW), new Date(now)] })).rows.map((each) => each.at);
  const fresh = rows.filter((row) => row.message_id === null);
  const planned = parcelsOf(fresh, recent, now);
  if ('later' in planned) await scope.run({ name: 'parcel-later', text: LATER, values: [scope.tenant, fresh.map((row) => row.id), new Date(planned.later)] });
  const parcels = [...before, ...('send' in planned ? planned.send : []).filter((group) => group.length > 0).map((group) => ({ id: uuidv7(), rows: group }))];
  const leaving = parcels.flatMap(({ id, rows: group }) => group.map((row) => ({ id: row.id, message_id: id })));
  if (leaving.length > 0) await scope.run({ name: 'parcel-leave', text: LEAVE, values: [scope.tenant, JSON.stringify(leaving), new Date(now + ON_ITS_WAY)] });
  return parcels;
}

/** A message that was taken before and not marked: the process died, or its receiver turned it away for a while. */
function underWay(rows: readonly DeliveryRow[], now: number): readonly Parcel[] {
  const again = rows.filter((row) => row.message_id !== null && row.not_before <= now);
  return [...new Set(again.flatMap((row) => row.message_id ?? []))].map((id) => ({ id, rows: again.filter((row) => row.message_id === id) }));
}

/** What is read, taken or done meanwhile is not told any more, and nobody hears of what he may no longer see. */
async function stillWanted(scope: Scope<Sender>, now: number, rows: readonly DeliveryRow[], person: PersonRow): Promise<ReadonlySet<string>> {
  const matters = new Map<string, GatheredMatter | null>();
  const wanted = new Set<string>();
  for (const row of rows) {
    if (row.class === 'alarm' ? row.taken : row.read) continue;
    if (row.matter_id !== null) {
      const gathered = matters.get(row.matter_id) ?? (await gatherMatter(scope, row.matter_id, now, null));
      matters.set(row.matter_id, gathered);
      const positions = gathered?.around.company.directory.people.find((each) => each.person === person.id)?.positions ?? [];
      if (!gathered || !sees(gathered, readerOf(scope.tenant, person, positions))) continue;
      if (row.class !== 'information' && !stillOwed(gathered.world, gathered.row.state, row, person.id)) continue;
    }
    wanted.add(row.id);
  }
  return wanted;
}

const DONE: Text = { zh: '不用发了：已读、已接或已办', en: 'No longer needed: read, taken or done' };
const CLOSED: Text = { zh: '不用发了：通道已停用', en: 'Not sent: the channel is switched off' };
const LEFT: Text = { zh: '不用发了：这个人已离职', en: 'Not sent: the person has left' };

async function drop(scope: Scope<Sender>, rows: readonly DeliveryRow[], why: Text): Promise<void> {
  if (rows.length > 0) await scope.run({ name: 'parcel-unneeded', text: UNNEEDED, values: [scope.tenant, rows.map((row) => row.id), JSON.stringify(why)] });
}
