import { bearsIn, type HeldPosition, type ObligationState } from '#engine';
import type { GatheredMatter, Surroundings } from '#capabilities/matters/index.ts';
import type { Scope, TenantActor } from '#platform/db/index.ts';
import type { NoticeClass } from '../contract.ts';
import { nextAbove, type Above } from '../rules/alarm.ts';
import { classOf, occasionOf } from '../rules/classes.ts';
import type { OutboxRow } from './take.ts';

/** The class of an entry, from its matter as it is when it is sent. */
export function classFor(row: OutboxRow, gathered: GatheredMatter | null): NoticeClass {
  const climbed = row.content.climbed !== undefined;
  if (!gathered) return classOf({ template: row.template, fresh: false, grave: false, urgent: false, share: null, climbed });
  const { world: { policy }, row: { state } } = gathered;
  return classOf(occasionOf(row.template, policy, state, row.content, owedOf(row.content.obligation, gathered), climbed));
}

export function owedOf(key: string | null | undefined, gathered: GatheredMatter): ObligationState | undefined {
  return key ? gathered.row.state.obligations.find((each) => each.key === key) : undefined;
}

/** Title of whoever an alarm for these people climbs to; null where the policy has a ladder of its own, or nobody is above. */
export function aboveOf({ row, gathered, around }: { readonly row: Pick<OutboxRow, 'content'>; readonly gathered: GatheredMatter | null; readonly around: Surroundings }, people: readonly string[]): string | null {
  return gathered && !hasLadder(row.content.obligation, gathered) ? (climbsTo(gathered, around, people)?.title ?? null) : null;
}

export function hasLadder(obligation: string | null | undefined, gathered: GatheredMatter): boolean {
  const owed = owedOf(obligation, gathered);
  return (gathered.world.policy.duties[owed?.duty ?? '']?.ladder.length ?? 0) > 0;
}

export function climbsTo(gathered: GatheredMatter, around: Surroundings, people: readonly string[]): Above | null {
  const held = around.company.directory.people.filter((each) => people.includes(each.person)).flatMap((each): readonly HeldPosition[] => each.positions);
  return nextAbove(held, gathered.world.policy, around.company.directory);
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

/** Whether what a notice asked for is still to be done, as the matter is now. What was done against a rule is to be looked at, whatever became of the matter. */
export function stillOwed(gathered: GatheredMatter, template: string, obligation: string | null, person: string): boolean {
  const { world: { policy, directory }, row: { state } } = gathered;
  if (template === 'recorded-against-rule') return true;
  if (state.ended !== null) return false;
  if (obligation !== null) {
    const owed = owedOf(obligation, gathered);
    return owed !== undefined && LIVE.includes(owed.status);
  }
  if (state.stage !== policy.kinds[state.kind]?.stages.at(-1)) return true;
  const own = directory.people.find((each) => each.person === person);
  return own !== undefined && state.obligations.some((each) => LIVE.includes(each.status) && bearsIn(gathered.world, { is: 'person', person, unit: own.unit, positions: own.positions, rights: [] }, each.bearers, state.id));
}

const LIVE = ['open', 'paused', 'breached'];
