import type { HeldPosition, Instant } from '#engine';
import type { GatheredMatter, Surroundings } from '#capabilities/matters/index.ts';
import { uuidv7, type Scope } from '#platform/db/index.ts';
import type { NoticeClass } from '../contract.ts';
import { leavesAt, officeHours, type Hours } from '../rules/timing.ts';
import type { OutsideRoute } from './outside.ts';
import type { PersonRow } from './recipients.ts';
import type { Sender } from './take.ts';

/** Somebody to be reached outside. */
export interface Recipient {
  readonly person: PersonRow; readonly positions: readonly HeldPosition[];
  /** False: he has it in the product only (an alarm goes to those on duty). */
  readonly outside: boolean;
  /** Not at work: until when, null = nobody knows; undefined = at work. */
  readonly off: Instant | null | undefined;
}
export interface ToDeliver extends Recipient { readonly notice: string; readonly class: NoticeClass; readonly round: number }
interface Around { readonly gathered: GatheredMatter | null; readonly around: Surroundings; readonly routes: readonly OutsideRoute[] }

const INSERT = `insert into delivery (tenant_id, id, notice_id, channel_id, person_id, class, round, state, created_at, not_before)
  select $1, id, notice_id, channel_id, person_id, class, round, 'waiting', $3, not_before
  from jsonb_to_recordset($2::jsonb) as x(id uuid, notice_id uuid, channel_id uuid, person_id uuid, class text, round integer, not_before timestamptz)
  on conflict (tenant_id, notice_id, channel_id, round) do nothing`;

/** Puts notices on their way out: one row for each channel that is meant for the recipient. In demonstrations none: nothing leaves them. */
export async function insertDeliveries(scope: Scope<Sender>, wanted: readonly ToDeliver[], { gathered, around, routes }: Around): Promise<void> {
  const hours = hoursOf(gathered, around);
  const rows = wanted.filter(({ outside, person }) => outside && !person.demonstration).flatMap((each) => routes.filter((route) => reaches(route, each)).map((route) => ({
    id: uuidv7(), notice_id: each.notice, channel_id: route.channel, person_id: each.person.id, class: each.class, round: each.round,
    not_before: new Date(leavesAt(each.class, around.recordedAt, hours, { quiet: route.quiet, off: each.off })).toISOString(),
  })));
  if (rows.length > 0) await scope.run({ name: 'delivery-new', text: INSERT, values: [scope.tenant, JSON.stringify(rows), new Date(around.recordedAt)] });
}

function reaches(route: OutsideRoute, { person, positions, class: kind }: ToDeliver): boolean {
  if (!route.classes.includes(kind)) return false;
  if (route.reaches === 'phone' && !person.phone) return false;
  if (route.reaches === 'email' && !person.email) return false;
  const inUnit = route.units.length === 0 || (person.unit_code !== null && route.units.includes(person.unit_code)) || positions.some(({ unit }) => unit !== null && route.units.includes(unit));
  return inUnit && (route.positions.length === 0 || positions.some(({ position }) => route.positions.includes(position)));
}

/** Office hours of the matter's policy, else of the first that is in force. */
function hoursOf(gathered: GatheredMatter | null, around: Surroundings): Hours {
  const runnable = gathered?.runnable ?? around.policies.inForce[0];
  if (!runnable) return { zone: 'Asia/Shanghai', calendar: null };
  const { policy, calendars } = runnable;
  return { zone: policy.zone, calendar: officeHours(calendars, (name) => policy.calendars[name]?.holidays != null) };
}
