import type { z } from 'zod';
import { DAY, MINUTE, decideReceive, formatInstant, readGiven, titleOfAct, titleOfDuty, titleOfValue, type Actor as Acting, type Decided, type Kind, type Language, type World } from '#engine';
import { own } from '#engine/conditions/index.ts';
import { civilDayOf } from '#engine/calendar/index.ts';
import { below, decideOpening, gatherTenant, hiddenKinds, openedAlready, rehearse, worldOf, type Heard, type Surroundings } from '#capabilities/matters/index.ts';
import { alarmDuty, onDutyAt, overseeingOf, receiversOf, rostersOf, type AlarmDuty } from '#capabilities/organisation/index.ts';
import { uuidv7, withReadScope, type Scope } from '#platform/db/index.ts';
import { wrong, type Actor, type Context } from '#platform/operations/index.ts';
import type { DrillAnswer, drillFilter } from '../contract.ts';
import { calling, type Calling } from './calling.ts';

/** How far ahead an hour may be chosen: beyond that no calendar is known. */
const FARTHEST = 400 * DAY;
/** Rosters are looked at so far, as alarms do. */
const DAYS_AHEAD = 7;
/** An hour as near as this is the present. */
const SOON = 10 * MINUTE;

/**
 * 应急演练: a matter that does not exist is received at some hour, and nobody acts for a day. The decisions are those of the engine on
 * the policy in force; who is called is found in the positions, the rosters and the leave of that hour. Nothing is written.
 * @throws Failure 422 for a kind nobody receives, facts that do not fit, an hour more than 400 days away
 */
export function drill(context: Context, actor: Actor, filter: z.infer<typeof drillFilter>): Promise<DrillAnswer> {
  return withReadScope(context.db, actor, async (scope) => {
    const here = await gatherTenant(scope, context.clock.now());
    const at = Date.parse(filter.at);
    if (Math.abs(at - here.now) > FARTHEST) throw wrong([{ path: ['query', 'at'], message: { zh: '请选一年以内的时间', en: 'Choose an hour within a year' } }]);
    const around: Surroundings = { ...here, now: at };
    const { world, kind } = kindAt(around, actor, filter.kind);
    const today = civilDayOf(at, actor.zone);
    const rosters = [...(await rostersOf(scope, today - 1, today + DAYS_AHEAD)).values()];
    // Who is at lunch is known of the present only.
    const duty: AlarmDuty = Math.abs(at - here.now) > SOON ? { rosters, away: new Set() } : await alarmDuty(scope, at);
    const onDuty = rosters.flatMap((roster) => onDutyAt(roster, at));
    const { received, by } = receivedBy(around, world, kind, actor, filter, onDuty.map((each) => each.person));
    const overseeing = await overseeingOf(scope);
    const call = calling(around, world, overseeing, duty);
    const born = await openedBy(scope, around, world, received);
    const heard = rehearse(world, [received, ...born], at + DAY, (when) => ({ overseeing, ringing: (people) => receiversOf(duty, people, when) }));
    const calls = together(heard.flatMap((each) => callOf(world, each, at, call, actor.language)));
    const owed = received.matter.obligations.filter((ob) => ob.status === 'open').map((ob) => ({
      title: titleOfAct(kind, ob.act, actor.language), dueAt: ob.dueAt === null ? null : formatInstant(ob.dueAt, world.policy.zone), clause: [...ob.clause], to: ob.bearers.map((bearer) => call.of(bearer, at)),
    }));
    return {
      at: formatInstant(at, world.policy.zone), kindTitle: kind.title, classes: classesOf(kind, received, actor),
      receiver: { name: around.company.names.get(by) ?? '—', shift: onDuty.find((each) => each.person === by)?.shift.name ?? null },
      calls, owed, reaches: reachesOf(world, heard, call), vacant: vacantOf(call), opens: born.map(({ matter }) => world.policy.kinds[matter.kind]?.title ?? matter.kind),
    };
  });
}

/** What the system opens because of it, as it would. */
async function openedBy(scope: Scope<Actor>, around: Surroundings, world: World, { matter, effects }: Decided): Promise<readonly Decided[]> {
  const born: Decided[] = [];
  const runnable = around.policies.forKind(matter.kind);
  for (const effect of effects) {
    if (effect.do !== 'open' || !runnable || (await openedAlready(scope, runnable, around.now, effect))) continue;
    const opened = below(world.policy, matter, effect.kind);
    const decision = decideOpening(world, opened, uuidv7(), opened.subject);
    if (!decision.refused) born.push(decision);
  }
  return born;
}

/** One line of the drill; none where nobody hears of it and nobody is missing. */
function callOf(world: World, heard: Heard, from: number, call: Calling, language: Language): readonly DrillAnswer['calls'][number][] {
  const { at, notice, matter, told } = heard;
  const kind = world.policy.kinds[matter.kind];
  const to = call.heard(heard);
  if (!kind || to.length === 0) return [];
  return [{
    minute: Math.floor((at - from) / 60_000), at: formatInstant(at, world.policy.zone), template: notice.template, title: titleOf(world, kind, heard, language), clause: [...(notice.clause ?? [])],
    ours: oursOf(world, notice.rule ?? ''), class: told.class, climbed: notice.climbed !== undefined, to,
  }];
}

function kindAt(around: Surroundings, actor: Actor, id: string): { readonly world: World; readonly kind: Kind } {
  const runnable = hiddenKinds(around, actor).includes(id) ? undefined : around.policies.forKind(id);
  const kind = runnable && own(runnable.policy.kinds, id);
  if (!runnable || !kind?.acts['receive']) throw wrong([{ path: ['query', 'kind'], message: { zh: '没有这一类由人登记的事项', en: 'There is no such kind that people receive' } }]);
  return { world: worldOf(runnable, around), kind };
}

/** Received by whoever is there and may: those on duty first, then the one who asks, then anybody. */
function receivedBy(around: Surroundings, world: World, kind: Kind, actor: Actor, filter: z.infer<typeof drillFilter>, onDuty: readonly string[]): { readonly received: Decided; readonly by: string } {
  const act = kind.acts['receive'];
  const { directory } = around.company;
  const given = act && readGiven({ ...(kind.facts['content'] && act.asks.includes('content') ? { content: kind.title } : {}), ...factsOf(filter.facts) }, { policy: world.policy, directory, kind, act, matter: null });
  const issues = given?.wrong ?? [];
  if (!given || issues.length > 0) throw wrong(issues.map((issue) => ({ path: ['query', 'facts', issue.path], message: issue.message })));
  const people = directory.people.toSorted((a, b) => rank(a.person) - rank(b.person));
  function rank(person: string): number { return onDuty.includes(person) ? 0 : person === actor.person ? 1 : 2; }
  for (const person of people) {
    const by: Acting = { is: 'person', ...person, rights: ['work'] };
    const received = decideReceive(world, { id: uuidv7(), kind: kind.id, number: kind.title, unit: null, about: null, parent: null, act: 'receive', actor: by, facts: given.facts, fields: { ...given.fields, ...(filter.urgent ? { urgent: true } : {}) }, occurredAt: world.now });
    if (!received.refused) return { received, by: person.person };
  }
  throw wrong([{ path: ['query', 'kind'], message: { zh: '没有人可以登记这一类，或还缺必要的事实', en: 'Nobody may receive this kind, or a fact it needs is missing' } }]);
}

function factsOf(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(text ?? '{}');
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return { ...read };
  } catch {
    // Told below, with whatever else is no list of facts.
  }
  throw wrong([{ path: ['query', 'facts'], message: { zh: '事实写得不对', en: 'The facts cannot be read' } }]);
}

/** Why it is so where no clause says it: what the policy's own rules give as a reason, else that it is a habit of ours. */
function oursOf({ policy }: World, rule: string): string | null {
  const source = (policy.duties[rule] ?? policy.reactions[rule])?.source;
  return source && source.clause.length > 0 ? null : (source?.ours ?? '');
}

function titleOf(world: World, kind: Kind, { matter, notice: { rule = '', of } }: Heard, language: Language): string {
  // What is newly somebody's has no rule of its own: it is called by what is to be done.
  const fresh = matter.obligations.filter((ob) => of?.includes(ob.key));
  if (fresh.length > 0) return [...new Set(fresh.map((ob) => titleOfAct(kind, ob.act, language)))].join('、');
  const { duties, reactions } = world.policy;
  const duty = duties[rule];
  return duty ? titleOfDuty(world.policy, kind, rule, matter.obligations.find((ob) => ob.duty === rule)?.act ?? '', language) : (reactions[rule]?.title ?? titleOfAct(kind, rule, language));
}

function classesOf(kind: Kind, { matter }: Decided, actor: Actor): DrillAnswer['classes'] {
  return Object.values(kind.facts).flatMap((fact) => {
    const value = matter.facts[fact.id];
    return fact.type.is === 'one' && fact.type.values.some((each) => each.when !== null) && typeof value === 'string' ? [{ title: fact.title, value: titleOfValue(fact, value, actor.language) }] : [];
  });
}

/** What happens in the same minute for the same reason is one line. */
function together(calls: readonly DrillAnswer['calls'][number][]): DrillAnswer['calls'] {
  const lines = new Map<string, DrillAnswer['calls'][number]>();
  for (const each of calls) {
    const name = `${each.minute}/${each.template}/${each.class}/${each.climbed}/${each.title}`;
    const known = lines.get(name);
    lines.set(name, known ? { ...known, to: [...known.to, ...each.to.filter((to) => !known.to.some((one) => one.title === to.title))] } : each);
  }
  return [...lines.values()];
}

/** The position of the highest level among all who hear of it, when it does so first. */
function reachesOf(world: World, heard: readonly Heard[], call: Calling): DrillAnswer['reaches'] {
  const levelOf = (position: string | undefined): number => (position === undefined ? -1 : (world.policy.positions[position]?.level ?? -1));
  const all = heard.flatMap(({ at, notice }) => notice.to.map((bearer) => ({ at, bearer, level: levelOf(bearer.position) }))).filter((each) => each.level >= 0);
  const [highest] = all.toSorted((a, b) => b.level - a.level || a.at - b.at);
  return highest ? { title: call.of(highest.bearer, highest.at).title, minute: Math.round((highest.at - world.now) / 60_000) } : null;
}

const vacantOf = (call: Calling): string[] => [...call.vacant].sort();
