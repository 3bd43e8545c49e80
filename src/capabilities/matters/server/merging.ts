import { decideMergedFrom, decideUnmergedFrom, type Decision } from '#engine';
import type { Scope } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import type { ActBody } from '../contract.ts';
import { matterNamed } from './duplicates.ts';
import { gatherMatter, type GatheredMatter } from './gather.ts';
import { Refusing } from './refuse.ts';
import { sees } from './seeing.ts';
import { write } from './write.ts';

const INTO = "select state->'mergedInto'->>'id' as id from matter where tenant_id = $1 and id = $2";

/** One matter with the other one that an act concerns, both locked. */
export interface Both { readonly gathered: GatheredMatter | null; readonly other: GatheredMatter | null }

/** Locks the matter of an act, and for merging 合并 and taking apart 拆开 the other one too: always in the order of their ids, so that two such acts never wait for each other. */
export async function gatherBoth(scope: Scope<Actor>, id: string, body: ActBody | null, now: number): Promise<Both> {
  const other = body ? await otherOf(scope, id, body) : null;
  if (other === null || other === id) {
    const gathered = await gatherMatter(scope, id, now, 'update');
    return { gathered, other: other === null ? null : gathered };
  }
  const first = await gatherMatter(scope, other < id ? other : id, now, 'update');
  const second = await gatherMatter(scope, other < id ? id : other, now, 'update');
  const [gathered, found] = other < id ? [second, first] : [first, second];
  return { gathered, other: found && sees(found, scope.actor) ? found : null };
}

async function otherOf(scope: Scope<Actor>, id: string, body: ActBody): Promise<string | null> {
  const into = body.fields?.['into'];
  if (body.act === 'merge') return typeof into === 'string' ? matterNamed(scope, into) : null;
  if (body.act !== 'unmerge') return null;
  return (await scope.run<{ id: string | null }>({ name: 'matter-merged-into', text: INTO, values: [scope.tenant, id] })).rows[0]?.id ?? null;
}

/** Whether this act of this matter concerns the other one: a policy's own act called “merge” does not. */
export function concernsOther({ world, row }: GatheredMatter, act: string): 'merge' | 'unmerge' | null {
  const rule = world.policy.kinds[row.kind]?.acts[act];
  return rule?.daily && (rule.is === 'merge' || rule.is === 'unmerge') ? rule.is : null;
}

/** Writes what the act means for the other matter, in the same transaction. @throws Refusing when that matter has come to its end meanwhile */
export async function writeOther(scope: Scope<Actor>, gathered: GatheredMatter, other: GatheredMatter, is: 'merge' | 'unmerge'): Promise<Extract<Decision, { refused: null }>> {
  const from = { id: gathered.row.id, number: gathered.row.number };
  const by = { actor: scope.actor, at: other.world.now };
  const decision = is === 'merge' ? decideMergedFrom(other.world, other.row.state, gathered.row.state, by) : decideUnmergedFrom(other.world, other.row.state, from, by);
  if (decision.refused) throw new Refusing(other.world, other.runnable, other.row.kind, other.row.id, is, decision.refused, decision.wrong);
  await write(scope, { decision, before: other.row.state, policy: other.world.policy, head: other.row.head, recordedAt: other.around.recordedAt, now: other.around.now }, null);
  return decision;
}
