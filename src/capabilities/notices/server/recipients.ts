import type { HeldPosition, Instant } from '#engine';
import { alarmReceivers, offShift } from '#capabilities/organisation/index.ts';
import type { Scope } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import type { Sender } from './take.ts';

const PEOPLE = `select p.id, p.username, p.name, p.email, p.phone, p.language, p.administrator, p.unit_code, t.slug, t.demonstration, t.zone
  from person p join tenant t on t.id = p.tenant_id where p.tenant_id = $1 and p.id = any($2::uuid[]) and p.left_at is null order by p.id`;

/** Somebody who is here, as the sender needs him. */
export interface PersonRow {
  readonly id: string; readonly username: string; readonly name: string; readonly email: string | null; readonly phone: string | null; readonly language: string; readonly administrator: boolean;
  readonly unit_code: string | null; readonly slug: string; readonly demonstration: boolean; readonly zone: string;
}

/** Those of the ids who are still here. */
export async function personsOf(scope: Scope<Sender>, ids: readonly string[]): Promise<readonly PersonRow[]> {
  return (await scope.run<PersonRow>({ name: 'outbox-people', text: PEOPLE, values: [scope.tenant, ids] })).rows;
}

/** A recipient as a reader, for the one question whether the matter may be seen. */
export function readerOf(tenant: string, person: PersonRow, positions: readonly HeldPosition[]): Actor {
  return {
    is: 'person', tenant, slug: person.slug, demonstration: person.demonstration, zone: person.zone, person: person.id, name: person.name, username: person.username,
    language: person.language === 'en' ? 'en' : 'zh', administrator: person.administrator, mustChangePassword: false, unit: person.unit_code, positions, rights: [],
  };
}

/** Who is written to outside at what hour: an alarm goes to those on duty (to all, where nobody is), anything else waits for somebody's next shift. */
export interface Shifts { readonly alarmed: ReadonlySet<string>; /** When the next begins; null = none is planned. */ readonly offShift: ReadonlyMap<string, Instant | null> }

export const NO_SHIFTS: Shifts = { alarmed: new Set(), offShift: new Map() };

/** @param at - the policy's present, in which rosters are read. */
export async function shiftsOf(scope: Scope<Sender>, people: readonly string[], alarm: boolean, at: Instant): Promise<Shifts> {
  if (alarm) return { alarmed: new Set(await alarmReceivers(scope, people, at)), offShift: new Map() };
  return { alarmed: new Set(), offShift: await offShift(scope, people, at) };
}
