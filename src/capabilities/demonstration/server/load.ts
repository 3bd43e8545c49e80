import { normalPhone } from '#capabilities/customers/index.ts';
import type { MattersContext } from '#capabilities/matters/index.ts';
import { planRecurrences, soundPolicy } from '#capabilities/policies/index.ts';
import { DAY, parseInstant, type Policy } from '#engine';
import { companies, uuidv7, withScope, type Scope, type TenantActor } from '#platform/db/index.ts';
import { stepsOf, type Step } from '../rules/schedule.ts';
import { castOf, type Cast } from './cast.ts';
import { found } from './found.ts';
import { fireUntil, play, type Stage } from './play.ts';
import { shippedPolicies, type Shipped } from './shipped.ts';

export interface LoadOptions {
  readonly context: MattersContext;
  /** Where the shipped policies lie. */
  readonly folder: string;
  /** The password of all accounts. */
  readonly password: string;
}

const START = 'update tenant set clock_at = $2, clock_set_at = $3, clock_running = true where id = $1';
/** What was told more than a day before the story's now was read long ago, and what was new for somebody he has seen on his desk: nobody begins with hundreds of old notices. */
const READ_LONG_AGO = "update outbox set sent_at = created_at where tenant_id = $1 and (created_at < $2 or template = 'assigned')";

/**
 * Loads the demonstration: one company per shipped policy, its name the policy's folder, played through the real rules up to
 * the story's `now`, from where its own clock runs on. Each company is one transaction: after a kill it is there whole or not at
 * all, and the next start loads what is missing. Where a real company lives, nothing is loaded.
 * @returns the companies loaded now.
 * @throws Error when a shipped story and its policy do not agree.
 */
export async function loadDemonstrations({ context, folder, password }: LoadOptions): Promise<readonly string[]> {
  const known = await companies(context.db);
  if (known.some((company) => !company.demonstration)) return [];
  const wanted = (await shippedPolicies(folder)).filter((shipped) => !known.some((company) => company.slug === shipped.id));
  if (wanted.length === 0) return [];
  const passwordHash = await context.identity.passwords.hash(password);
  for (const shipped of wanted) {
    const before = context.clock.now();
    await loadOne(context, shipped, passwordHash);
    context.log.info({ company: shipped.id, milliseconds: context.clock.now() - before }, 'a demonstration is loaded');
  }
  return wanted.map((shipped) => shipped.id);
}

async function loadOne(context: MattersContext, shipped: Shipped, passwordHash: string): Promise<void> {
  const policy = soundPolicy(shipped);
  const now = parseInstant(shipped.story.now);
  if (now === null) throw new Error(`${shipped.id}: the story's now is no instant`);
  const times = { now, zone: policy.zone };
  const steps = stepsOf(shipped.story, times);
  const tale = { shipped, policy, steps, times, cast: castOf(shipped.story, policy, normalPhone), passwordHash };
  const actor: TenantActor = { tenant: uuidv7() };
  await withScope(context.db, actor, (scope) => tell(context, scope, tale));
  context.identity.forget(actor.tenant);
  context.wake(actor.tenant, null);
  context.wakeOutbox();
}

interface Tale { readonly shipped: Shipped; readonly policy: Policy; readonly steps: readonly Step[]; readonly times: Stage['times']; readonly cast: Cast; readonly passwordHash: string }

async function tell(context: MattersContext, scope: Scope<TenantActor>, { shipped, policy, steps, times, cast, passwordHash }: Tale): Promise<void> {
  await found(context, scope, shipped, policy, cast, passwordHash, (steps[0]?.at ?? times.now) - DAY);
  const stage: Stage = { context, scope, cast, times, ids: new Map() };
  for (const step of steps) await play(stage, step);
  await fireUntil(stage, times.now);
  await planRecurrences(scope, policy, times.now);
  await scope.run({ text: READ_LONG_AGO, values: [scope.tenant, new Date(times.now - DAY)] });
  await scope.run({ text: START, values: [scope.tenant, new Date(times.now), new Date(context.clock.now())] });
}
