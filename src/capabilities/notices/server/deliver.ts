import type { Bearer } from '#engine';
import { gatherMatter, gatherTenant, sees, type GatheredMatter, type Surroundings } from '#capabilities/matters/index.ts';
import { uuidv7, withScope, type Scope } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import { audienceOf } from '../rules/audience.ts';
import type { OutboxContext } from './context.ts';
import { markSent, senderOf, take, type OutboxRow, type Sender, type Waiting } from './take.ts';
import { wordsFor } from './words.ts';

/** What came of one entry of the outbox: who has a mail waiting now, and whether anything was done. */
export interface Delivered { readonly done: boolean; readonly mailFor: readonly string[] }

const NOTHING: Delivered = { done: false, mailFor: [] };
const OVERSEEING = "select code from position where tenant_id = $1 and 'oversee' = any(rights) order by code";
const PEOPLE = `select p.id, p.username, p.name, p.email, p.language, p.administrator, p.unit_code, t.slug, t.demonstration, t.zone
  from person p join tenant t on t.id = p.tenant_id where p.tenant_id = $1 and p.id = any($2::uuid[]) and p.left_at is null order by p.id`;
const NOTIFY = `with made as (select * from jsonb_to_recordset($2::jsonb) as x(id uuid, person_id uuid, content jsonb, mail text, mail_id uuid, at timestamptz, not_before timestamptz)),
    kept as (insert into notice (tenant_id, id, person_id, outbox_id, matter_id, template, content, at, mail)
      select $1, id, person_id, $3, $4, $5, content, at, mail from made on conflict (tenant_id, person_id, outbox_id) do nothing returning id, person_id),
    mails as (insert into outbox (tenant_id, id, dedupe_key, template, recipients, matter_id, content, created_at, not_before)
      select $1, m.mail_id, 'mail/' || m.id, 'mail', jsonb_build_array(jsonb_build_object('person', m.person_id)), $4, jsonb_build_object('notice', m.id), m.not_before, m.not_before
      from made m join kept k on k.id = m.id where m.mail = 'waiting')
  select id, person_id from kept`;

interface PersonRow {
  readonly id: string; readonly username: string; readonly name: string; readonly email: string | null; readonly language: string; readonly administrator: boolean; readonly unit_code: string | null;
  readonly slug: string; readonly demonstration: boolean; readonly zone: string;
}

/**
 * Sends one entry in its company's transaction: people are found now, each gets one notice, and the entry is marked, all
 * together or not at all. Any number of processes may try; the lock lets one through.
 */
export function deliver(context: OutboxContext, { tenant_id: tenant, id }: Waiting): Promise<Delivered> {
  return withScope(context.db, senderOf(tenant), async (scope) => {
    const row = await take(scope, id, context.clock.now());
    if (!row) return NOTHING;
    if (row.template === 'mail') return { done: false, mailFor: row.recipients.flatMap((to) => to.person ?? []) };
    const gathered = row.matter_id === null ? null : await gatherMatter(scope, row.matter_id, context.clock.now(), null);
    const around = gathered?.around ?? (await gatherTenant(scope, context.clock.now()));
    const made = await notices(context, scope, row, gathered, around);
    if (made.length > 0) await insert(context, scope, row, made);
    await markSent(scope, [row.id], context.clock.now(), made.length > 0 ? null : 'nobody is there who may see it');
    return { done: true, mailFor: made.filter((each) => each.mail === 'waiting').map((each) => each.person_id) };
  });
}

interface Made { readonly id: string; readonly person_id: string; readonly content: unknown; readonly mail: 'none' | 'waiting'; readonly mail_id: string; readonly at: string; readonly not_before: string }

async function notices(context: OutboxContext, scope: Scope<Sender>, row: OutboxRow, gathered: GatheredMatter | null, around: Surroundings): Promise<readonly Made[]> {
  const { directory } = around.company;
  const overseeing = (await scope.run<{ code: string }>({ name: 'outbox-overseeing', text: OVERSEEING, values: [scope.tenant] })).rows.map((each) => each.code);
  const { people, movedUp } = audienceOf(row.recipients satisfies readonly Bearer[], overseeing, directory);
  const persons = (await scope.run<PersonRow>({ name: 'outbox-people', text: PEOPLE, values: [scope.tenant, people] })).rows;
  return persons.flatMap((person) => {
    const positions = directory.people.find((each) => each.person === person.id)?.positions ?? [];
    // To whom the matter does not exist, nobody writes of it.
    if (gathered && !sees(gathered, readerOf(scope.tenant, person, positions))) return [];
    const content = wordsFor(row, gathered, { id: person.id, unit: person.unit_code, positions }, movedUp);
    const mail = context.mail !== null && person.email !== null && person.email !== '' && !person.demonstration ? 'waiting' : 'none';
    return [{ id: uuidv7(), person_id: person.id, content, mail, mail_id: uuidv7(), at: new Date(around.now).toISOString(), not_before: new Date(around.recordedAt).toISOString() }];
  });
}

async function insert(context: OutboxContext, scope: Scope<Sender>, row: OutboxRow, made: readonly Made[]): Promise<void> {
  const { rows } = await scope.run<{ id: string; person_id: string }>({ name: 'outbox-notify', text: NOTIFY, values: [scope.tenant, JSON.stringify(made), row.id, row.matter_id, row.template] });
  const { tenant } = scope;
  scope.onCommit(() => {
    for (const each of rows) context.live.publish(tenant, { event: 'notice', payload: { person: each.person_id, id: each.id } });
  });
}

/** The recipient as a reader, for the one question whether the matter may be seen. */
function readerOf(tenant: string, person: PersonRow, positions: Actor['positions']): Actor {
  return {
    is: 'person', tenant, slug: person.slug, demonstration: person.demonstration, zone: person.zone, person: person.id, name: person.name, username: person.username,
    language: person.language === 'en' ? 'en' : 'zh', administrator: person.administrator, mustChangePassword: false, unit: person.unit_code, positions, rights: [],
  };
}
