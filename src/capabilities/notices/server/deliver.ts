import { AGAIN_AFTER, classFor, gatherMatter, gatherTenant, toldOf, type GatheredMatter, type Surroundings } from '#capabilities/matters/index.ts';
import { alarmDuty, overseeingOf, receiversOf } from '#capabilities/organisation/index.ts';
import { uuidv7, withScope, type Scope } from '#platform/db/index.ts';
import type { NoticeClass } from '../contract.ts';
import { aboveOf, alarmOf, alarmOver, subjectIn, toTell } from './alarms.ts';
import type { OutboxContext } from './context.ts';
import { insertDeliveries, type Recipient } from './deliveries.ts';
import type { OutsideRoute } from './outside.ts';
import { NO_SHIFTS, personsOf, shiftsOf, type PersonRow } from './recipients.ts';
import { markSent, senderOf, take, type OutboxRow, type Sender, type Waiting } from './take.ts';
import { wordsFor } from './words.ts';

/** What came of one entry of the outbox: who has a mail waiting now, and whether anything was done. */
export interface Delivered { readonly done: boolean; readonly mailFor: readonly string[] }

const NOTHING: Delivered = { done: false, mailFor: [] };
const NOTIFY = `with made as (select * from jsonb_to_recordset($2::jsonb) as x(id uuid, person_id uuid, content jsonb, mail text, mail_id uuid, at timestamptz, not_before timestamptz)),
    kept as (insert into notice (tenant_id, id, person_id, outbox_id, matter_id, template, content, at, mail, class, alarm_id, next_at)
      select $1, id, person_id, $3, $4, $5, content, at, mail, $6, $7, $8::timestamptz from made on conflict (tenant_id, person_id, outbox_id) do nothing returning id, person_id),
    mails as (insert into outbox (tenant_id, id, dedupe_key, template, recipients, matter_id, content, created_at, not_before)
      select $1, m.mail_id, 'mail/' || m.id, 'mail', jsonb_build_array(jsonb_build_object('person', m.person_id)), $4, jsonb_build_object('notice', m.id), m.not_before, m.not_before
      from made m join kept k on k.id = m.id where m.mail = 'waiting')
  select id, person_id from kept`;

/**
 * Sends one entry in its company's transaction: people are found now, each gets one notice and what is to leave the product for him,
 * and the entry is marked, all together or not at all. Any number of processes may try; the lock lets one through.
 */
export function deliver(context: OutboxContext, { tenant_id: tenant, id }: Waiting): Promise<Delivered> {
  return withScope(context.db, senderOf(tenant), async (scope) => {
    const row = await take(scope, id, context.clock.now());
    if (!row) return NOTHING;
    if (row.template === 'mail') return { done: false, mailFor: row.recipients.flatMap((to) => to.person ?? []) };
    const gathered = row.matter_id === null ? null : await gatherMatter(scope, row.matter_id, context.clock.now(), null);
    const around = gathered?.around ?? (await gatherTenant(scope, context.clock.now()));
    const entry: Entry = { row, gathered, around, class: classFor(toTell(row), subjectIn(gathered)), routes: (await context.outside?.routes(scope)) ?? [] };
    const made = (await alarmOver(scope, row)) ? [] : await notices(context, scope, entry);
    if (made.length > 0) await insert(context, scope, entry, made);
    await markSent(scope, [row.id], context.clock.now(), made.length > 0 ? null : 'nobody is there who may see it');
    return { done: true, mailFor: made.filter((each) => each.mail === 'waiting').map((each) => each.person_id) };
  });
}

/** One entry with all it takes to tell it. */
interface Entry { readonly row: OutboxRow; readonly gathered: GatheredMatter | null; readonly around: Surroundings; readonly class: NoticeClass; readonly routes: readonly OutsideRoute[] }
interface Made extends Recipient {
  readonly id: string; readonly person_id: string; readonly content: unknown; readonly mail: 'none' | 'waiting'; readonly mail_id: string; readonly at: string; readonly not_before: string;
}

async function notices(context: OutboxContext, scope: Scope<Sender>, entry: Entry): Promise<readonly Made[]> {
  const { row, gathered, around } = entry;
  const { directory } = around.company;
  const overseeing = await overseeingOf(scope);
  const duty = entry.class === 'alarm' ? await alarmDuty(scope, around.now) : null;
  const told = toldOf(toTell(row), subjectIn(gathered), { directory, now: around.now, overseeing, ringing: (people) => (duty === null ? [] : receiversOf(duty, people, around.now)) });
  // Where nothing leaves the product nobody's shift matters.
  const { offShift } = duty === null && entry.routes.length > 0 ? await shiftsOf(scope, told.hearers.filter((each) => each.outside).map((each) => each.person), false, around.now) : NO_SHIFTS;
  const above = duty === null ? null : aboveOf(entry, told.people);
  const hearers = new Map(told.hearers.map((each) => [each.person, each]));
  return (await personsOf(scope, [...hearers.keys()])).map((person) => {
    const positions = directory.people.find((each) => each.person === person.id)?.positions ?? [];
    const { outside = false, standsFor = null } = hearers.get(person.id) ?? {};
    const content = wordsFor(row, gathered, { id: person.id, unit: person.unit_code, positions }, { movedUp: told.movedUp, standsFor, above });
    return {
      id: uuidv7(), person_id: person.id, content, mail: mailFor(context, entry, person), mail_id: uuidv7(), at: new Date(around.now).toISOString(), not_before: new Date(around.recordedAt).toISOString(),
      person, positions, outside, off: offShift.get(person.id),
    };
  });
}

/** The installation's mail server serves where the company has none of its own; demonstrations never write to anybody. */
function mailFor(context: OutboxContext, { routes }: Entry, { email, demonstration }: PersonRow): 'none' | 'waiting' {
  if (context.mail === null || email === null || email === '' || demonstration) return 'none';
  return routes.some((route) => route.reaches === 'email') ? 'none' : 'waiting';
}

async function insert(context: OutboxContext, scope: Scope<Sender>, entry: Entry, made: readonly Made[]): Promise<void> {
  const { row, around } = entry;
  const alarm = entry.class === 'alarm';
  const told = made.map(({ id, person_id, content, mail, mail_id, at, not_before }) => ({ id, person_id, content, mail, mail_id, at, not_before }));
  const values = [scope.tenant, JSON.stringify(told), row.id, row.matter_id, row.template, entry.class, alarm ? alarmOf(row) : null, alarm ? new Date(around.recordedAt + AGAIN_AFTER).toISOString() : null];
  const { rows } = await scope.run<{ id: string; person_id: string }>({ name: 'outbox-notify', text: NOTIFY, values });
  const kept = new Set(rows.map((each) => each.id));
  await insertDeliveries(scope, made.filter((each) => kept.has(each.id)).map((each) => ({ ...each, notice: each.id, class: entry.class, round: 0 })), entry);
  const { tenant } = scope;
  scope.onCommit(() => {
    for (const each of rows) context.live.publish(tenant, { event: 'notice', payload: { person: each.person_id, id: each.id, class: entry.class } });
  });
}
