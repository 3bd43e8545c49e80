import { decideAct, decideApproval, decideReceive, fireDue, readGiven, requestApproval, type Act, type Decided, type Decision, type Kind } from '#engine';
import { aboveOf, gatherMatter, gatherTenant, numbering, openBelow, openMatter, subjectOf, tellParent, worldOf, write, type GatheredMatter, type MattersContext } from '#capabilities/matters/index.ts';
import { uuidv7, type Scope, type TenantActor } from '#platform/db/index.ts';
import type { Step, Told } from '../rules/schedule.ts';
import type { StoryAct, StoryMatter } from '../rules/story.ts';
import type { StoryTimes } from '../rules/times.ts';
import { fieldsOf, type Cast } from './cast.ts';

const COUNTER = 'insert into tenant_counter as c (tenant_id, name, last) values ($1, $2, 1) on conflict (tenant_id, name) do update set last = c.last + 1 returning last';
const FIRST_DUE = 'select matter_id, next_at from obligation where tenant_id = $1 and next_at <= $2 order by next_at limit 1';
const OPENED = 'select id, kind from matter where tenant_id = $1 and parent_id = $2 order by id';

/** A story on its stage: the company's transaction, in which the clock is whatever the step says (the company has none of its own yet). */
export interface Stage { readonly context: MattersContext; readonly scope: Scope<TenantActor>; readonly cast: Cast; readonly times: StoryTimes; readonly ids: Map<Told, string> }

/**
 * Plays one step by the policy's own rules: what fell due before it fires at its time, then the step is decided and written like
 * anybody's act, only that it was recorded at its own time.
 * @throws Error when the policy refuses it: then story and policy do not agree.
 */
export async function play(stage: Stage, step: Step): Promise<void> {
  await fireUntil(stage, step.at);
  if (step.is === 'act') await act(stage, step, step.act);
  else if (step.told.matter?.by === 'system') await open(stage, step);
  else if (step.told.matter) await receive(stage, step, step.told.matter);
}

/** Fires everything that falls due until an instant, each at its own time. */
export async function fireUntil({ scope }: Pick<Stage, 'scope'>, until: number): Promise<void> {
  for (;;) {
    const due = (await scope.run<{ matter_id: string; next_at: number }>({ name: 'story-due', text: FIRST_DUE, values: [scope.tenant, new Date(until)] })).rows[0];
    const gathered = due && (await gatherMatter(scope, due.matter_id, due.next_at, null));
    if (!gathered) return;
    const { decision, fired } = fireDue(gathered.world, gathered.row.state);
    if (fired.length === 0) throw new Error(`matter ${gathered.row.number} is due at ${new Date(due.next_at).toISOString()}, but nothing fires`);
    await write(scope, { ...changing(gathered), decision, fired }, null);
  }
}

const changing = ({ row, around, world }: GatheredMatter) => ({ before: row.state, policy: world.policy, head: row.head, recordedAt: around.recordedAt, now: around.now });

async function receive({ scope, cast, times, ids }: Stage, { at, told }: Step, matter: StoryMatter): Promise<void> {
  const around = await gatherTenant(scope, at);
  const runnable = around.policies.forKind(told.kind);
  const kind = runnable?.policy.kinds[told.kind];
  const rule = kind?.acts['receive'];
  if (!runnable || !kind || !rule) throw new Error(`${told.name}: the policy has no such kind that people receive`);
  const world = worldOf(runnable, around);
  const content = matter.content ?? kind.title;
  const sent = { ...(rule.asks.includes('content') ? { content } : {}), ...fieldsOf(matter.facts ?? {}, kind, cast, times, told.base) };
  const given = taken(told, readGiven(sent, { policy: world.policy, directory: world.directory, kind, act: rule, matter: null }));
  const numbers = numbering(kind.number, kind.id, at, times.zone);
  const last = (await scope.run<{ last: number }>({ name: 'matter-counter', text: COUNTER, values: [scope.tenant, numbers.counter] })).rows[0]?.last ?? 1;
  const decision = agreed(told, decideReceive(world, { ...given, id: uuidv7(), kind: kind.id, number: numbers.render(last), unit: null, about: null, parent: null, act: 'receive', actor: cast.actor(matter.by), occurredAt: at }));
  const customer = matter.customer === undefined ? null : cast.customers.get(matter.customer);
  if (customer === undefined) throw new Error(`${told.name}: the story has no customer ${matter.customer ?? ''}`);
  await write(scope, { decision, before: null, policy: world.policy, head: null, recordedAt: at, now: at }, {
    channel: matter.channel ?? 'other', subject: subjectOf(undefined, kind.title, customer?.address ?? '', content), content,
    customerId: customer?.id ?? null, customerName: customer?.name ?? '', parentId: null, receivedAt: at,
  });
  ids.set(told, decision.matter.id);
}

async function open({ context, scope, ids }: Stage, { at, told }: Step): Promise<void> {
  const around = await gatherTenant(scope, at);
  const runnable = around.policies.forKind(told.kind);
  if (!runnable) throw new Error(`${told.name}: the policy has no such kind`);
  const matter = await openMatter(context, scope, around, runnable, { kind: told.kind, parent: null, about: null, subject: runnable.policy.kinds[told.kind]?.title ?? told.kind, customer: null });
  ids.set(told, matter.id);
}

async function act(stage: Stage, { at, told }: Step, done: StoryAct): Promise<void> {
  const { context, scope } = stage;
  const gathered = await gatherMatter(scope, await idOf(stage, told), at, null);
  const kind = gathered?.world.policy.kinds[gathered.row.kind];
  if (!gathered || !kind) throw new Error(`${told.name}: it is not there`);
  const decision = agreed(told, 'decide' in done ? approved(stage, gathered, done, at) : commanded(stage, gathered, kind, told, done, at));
  await write(scope, { ...changing(gathered), decision }, null);
  await openBelow(context, scope, aboveOf(gathered), decision.matter, decision.effects);
  await tellParent(context, scope, decision.matter, gathered.row.state.seq, at);
}

function commanded({ cast, times }: Stage, { world, row }: GatheredMatter, kind: Kind, told: Told, done: Exclude<StoryAct, { decide: string }>, at: number): Decision {
  const name = 'act' in done ? done.act : done.ask;
  const rule: Act | undefined = kind.acts[name];
  if (!rule) throw new Error(`${told.name}: there is no act ${name}`);
  const given = taken(told, readGiven(fieldsOf(done.fields ?? {}, kind, cast, times, told.base), { policy: world.policy, directory: world.directory, kind, act: rule, matter: row.state }));
  const command = { ...given, act: name, actor: cast.actor(done.by), occurredAt: at };
  return 'act' in done ? decideAct(world, row.state, command) : requestApproval(world, row.state, command, uuidv7());
}

function approved({ cast }: Stage, { world, row }: GatheredMatter, done: Extract<StoryAct, { decide: string }>, at: number): Decision {
  const id = row.state.approvals.find((each) => each.approval === done.decide && each.status === 'pending')?.id ?? '';
  return decideApproval(world, row.state, { id, actor: cast.actor(done.by), decision: done.decision, opinion: done.opinion ?? null, at });
}

/** Where a matter of the story is. One that the system opened below another is found when it is first named: the next of its kind that nobody named yet. */
async function idOf({ scope, ids }: Stage, told: Told): Promise<string> {
  const known = ids.get(told);
  if (known) return known;
  const above = told.above && ids.get(told.above);
  if (!above) throw new Error(`${told.name}: it has not been received yet`);
  const named = new Set(ids.values());
  const { rows } = await scope.run<{ id: string; kind: string }>({ name: 'story-opened', text: OPENED, values: [scope.tenant, above] });
  const next = rows.find((row) => row.kind === told.kind && !named.has(row.id));
  if (!next) throw new Error(`${told.name}: the policy has not opened it yet`);
  ids.set(told, next.id);
  return next.id;
}

function taken<T extends ReturnType<typeof readGiven>>(told: Told, { facts, fields, wrong }: T): Pick<T, 'facts' | 'fields'> {
  if (wrong.length) throw new Error(`${told.name}: ${wrong.map(({ path, message }) => `${path}: ${message.zh}`).join('; ')}`);
  return { facts, fields };
}

function agreed(told: Told, decision: Decision): Decided {
  if (!decision.refused) return decision;
  throw new Error(`${told.name}: ${[...decision.wrong.map((each) => each.message.zh), ...decision.refused.map((each) => each.text.zh)].join('; ')}`);
}
