import { climbsTo, hasLadder, type GatheredMatter, type Subject, type Surroundings, type ToTell } from '#capabilities/matters/index.ts';
import type { Scope, TenantActor } from '#platform/db/index.ts';
import type { OutboxRow } from './take.ts';

/** An entry of the outbox as the rule of telling knows it. */
export const toTell = ({ template, recipients, content }: Pick<OutboxRow, 'template' | 'recipients' | 'content'>): ToTell => ({ ...content, template, to: recipients });
/** The matter it tells of, as it is now. */
export const subjectIn = (gathered: GatheredMatter | null): Subject => (gathered ? { world: gathered.world, state: gathered.row.state } : null);

/** Title of whoever an alarm for these people climbs to; null where the policy has a ladder of its own, or nobody is above. */
export function aboveOf({ row, gathered, around }: { readonly row: Pick<OutboxRow, 'content'>; readonly gathered: GatheredMatter | null; readonly around: Surroundings }, people: readonly string[]): string | null {
  if (!gathered || hasLadder(gathered.world.policy, gathered.row.state, row.content.obligation)) return null;
  return climbsTo(gathered.world.policy, around.company.directory, people)?.title ?? null;
}

/** What happened, for everybody it alarms: several entries may tell of it, and one who handles it ends it for all. */
export function alarmOf({ id, matter_id, content }: Pick<OutboxRow, 'id' | 'matter_id' | 'content'>): string {
  return content.alarm ?? (matter_id === null || content.seq === undefined ? id : `${matter_id}/${content.change ?? content.seq}`);
}

const OVER = "select 1 from notice where tenant_id = $1 and alarm_id = $2 and handled_by is not null limit 1";

/** Whether an alarm that climbs has meanwhile found somebody who handles it. */
export async function alarmOver<A extends TenantActor>(scope: Scope<A>, row: OutboxRow): Promise<boolean> {
  return row.content.climbed !== undefined && (await scope.run({ name: 'alarm-over', text: OVER, values: [scope.tenant, alarmOf(row)] })).count > 0;
}
