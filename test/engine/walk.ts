import { calendarsOf } from '../../src/engine/world.ts';
import {
  actorBears, cnDayTable, decideAct, decideApproval, decideReceive, fireDue, possibleActs, readGiven, requestApproval, withDailyActs,
  type Actor, type Decision, type Directory, type FactType, type Instant, type Kind, type MatterState, type Policy, type World,
} from '../../src/engine/index.ts';

/** One step of a random life: so many minutes later somebody does something, all of it drawn from numbers. */
export interface Step { readonly minutes: number; readonly who: number; readonly act: number; readonly salt: number }

export const BEGIN = Date.parse('2026-03-02T09:00:00+08:00');

/** A company in which every position is held, in every unit where it may be. */
export function worldOf(read: Policy): World {
  const policy = withDailyActs(read);
  const units = Object.keys(policy.units);
  const held = Object.values(policy.positions).flatMap((position) => (position.inEveryUnit ? units : [position.unit]).map((unit) => ({ person: `${position.id} ${unit ?? ''}`.trim(), unit, positions: [{ position: position.id, unit }] })));
  const members = units.map((unit) => ({ person: `member ${unit}`, unit, positions: [] }));
  const directory: Directory = { units, people: [...held, ...members] };
  return { policy, calendars: calendarsOf(policy, cnDayTable(), { from: 2025, to: 2030 }), directory, now: BEGIN, holds: Object.fromEntries(directory.people.map((each) => [each.person, ['field-service']])) };
}

function actorOf(world: World, number: number): Actor {
  const found = world.directory.people[number % world.directory.people.length];
  if (!found) throw new Error('nobody works here');
  return { is: 'person', ...found, rights: ['work', 'oversee', 'record-late'] };
}

/** Some value of a type; every third time none. */
function valueOf(type: FactType, salt: number, world: World, now: Instant): unknown {
  if (salt % 3 === 2) return undefined;
  switch (type.is) {
    case 'tick': case 'yes-no': return salt % 2 === 0;
    case 'whole': case 'number': case 'money': return salt % 1000;
    case 'instant': return new Date(now + (salt % 5000) * 60_000).toISOString();
    case 'date': return new Date(now + (salt % 60) * 86_400_000).toISOString().slice(0, 10);
    case 'one': return type.values[salt % type.values.length]?.id;
    case 'many': return type.values.filter((_, index) => (salt >> index) % 2 === 0).map((each) => each.id);
    case 'items': return Object.fromEntries(type.items.map((each, index) => [each.id, (salt >> index) % 2 === 0]));
    case 'lines': return [Object.fromEntries(Object.entries(type.columns).map(([key, column]) => [key, valueOf(column, salt - (salt % 3), world, now)]))];
    case 'people': return [world.directory.people[salt % world.directory.people.length]?.person];
    case 'person': return world.directory.people[salt % world.directory.people.length]?.person;
    default: return `x${salt % 7}`;
  }
}

function fill(kind: Kind, act: Kind['acts'][string], salt: number, world: World, matter: MatterState | null): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  act.asks.forEach((name, index) => {
    const fact = kind.facts[name];
    const value = fact && valueOf(fact.type, salt + index * 7, world, world.now);
    if (value !== undefined) given[name] = value;
  });
  const { units } = world.directory;
  if (['forward', 'report', 'dispatch', 'assign'].includes(act.is)) given['to'] = units.length && salt % 2 ? units[salt % units.length] : Object.keys(world.policy.positions)[salt % Math.max(1, Object.keys(world.policy.positions).length)];
  if (given['to'] === undefined) delete given['to'];
  if (act.outcomes.length) given['outcome'] = act.outcomes[salt % act.outcomes.length];
  if (act.is === 'revisit') given['how'] = salt % 2 ? 'visit' : 'phone';
  if (act.is === 'pause') given['reason'] = ['waiting-for-customer', 'third-party-appraisal'][salt % 2];
  else if (act.daily) given['reason'] = 'x';
  if (act.is === 'waive' || act.is === 'extend') given['obligation'] = matter?.obligations[salt % Math.max(1, matter.obligations.length)]?.key;
  if (act.is === 'extend') given['until'] = new Date(world.now + (salt % 9) * 86_400_000).toISOString();
  if (act.is === 'record-fact') Object.assign(given, { done: Object.values(kind.acts).find((each) => each.daily === null)?.id, text: '已经办了' });
  return given;
}

/** Opens a matter of a kind, by people or by the system, with some of its facts. */
export function begin(world: World, kind: Kind, salt: number): MatterState {
  const act = kind.acts['receive'] ?? kind.acts['open'];
  if (!act) throw new Error(`${kind.id} cannot be opened`);
  const facts = readGiven(fill(kind, act, salt, world, null), { policy: world.policy, directory: world.directory, kind, act, matter: null }).facts;
  for (let who = 0; who < world.directory.people.length + 1; who++) {
    const actor: Actor = act.is === 'open' ? { is: 'system' } : actorOf(world, who);
    const decision = decideReceive(world, { id: 'm', kind: kind.id, number: `N-${salt}`, unit: null, about: world.directory.people[0]?.person ?? null, parent: null, act: act.is === 'open' ? 'open' : 'receive', actor, facts, fields: {}, occurredAt: world.now });
    if (!decision.refused) return decision.matter;
  }
  // Its opening is guarded (a receipt needs its voucher): begin it as the system would.
  const opened = decideReceive(world, { id: 'm', kind: kind.id, number: `N-${salt}`, unit: null, about: null, parent: null, act: 'receive', actor: { is: 'system' }, facts, fields: {}, occurredAt: world.now });
  if (opened.refused) throw new Error(`${kind.id} cannot be opened`);
  return opened.matter;
}

/** What somebody does in one step: an act that is possible for him, else a step of an approval, else the request for one. */
export function decide(world: World, matter: MatterState, step: Step): Decision | null {
  const kind = world.policy.kinds[matter.kind];
  if (!kind) return null;
  const actor = actorOf(world, step.who);
  const pending = matter.approvals.find((each) => each.status === 'pending');
  if (pending && step.salt % 2 === 0) {
    for (let who = 0; who < world.directory.people.length; who++) {
      const decision = decideApproval(world, matter, { id: pending.id, actor: actorOf(world, who), decision: step.salt % 10 === 0 ? 'reject' : 'approve', opinion: null, at: world.now });
      if (!decision.refused) return decision;
    }
  }
  const owing = matter.obligations.find((each, index) => (each.status === 'open' || each.status === 'breached') && each.bearers.length > 0 && index >= step.act % 3);
  const able = owing ? world.directory.people.findIndex((each) => actorBears({ is: 'person', ...each, rights: [] }, owing.bearers)) : -1;
  const who = able >= 0 && step.salt % 5 ? actorOf(world, able) : actor;
  const listed = possibleActs(world, matter, who);
  const open = listed.filter(({ refusals, act }) => refusals.every((each) => each.kind === 'approval') && act.is !== 'void');
  const own = open.filter((each) => !each.act.daily);
  const choice = own.length && step.salt % 4 ? own : open;
  const act = choice[step.act % Math.max(1, choice.length)]?.act;
  if (!act) return null;
  const read = readGiven(fill(kind, act, step.salt, world, matter), { policy: world.policy, directory: world.directory, kind, act, matter });
  if (read.wrong.length) return { refused: [], wrong: read.wrong };
  const command = { act: act.id, actor: who, facts: read.facts, fields: read.fields, occurredAt: world.now };
  const decision = decideAct(world, matter, command);
  return decision.refused?.some((each) => each.kind === 'approval') ? requestApproval(world, matter, command, `ap-${matter.seq}`) : decision;
}

/** Lets a matter live: each step first lets fall due what is due. @returns every decision in its order, the firings included. */
export function live(world: World, first: MatterState, steps: readonly Step[], seen: (now: World, before: MatterState, decision: Decision, what: 'fired' | 'decided') => void): MatterState {
  let matter = first;
  let now = world.now;
  for (const step of steps) {
    now += step.minutes * 60_000;
    const then = { ...world, now };
    const { decision: fired } = fireDue(then, matter);
    seen(then, matter, fired, 'fired');
    matter = fired.matter;
    const decision = decide(then, matter, step);
    if (!decision) continue;
    seen(then, matter, decision, 'decided');
    if (!decision.refused) matter = decision.matter;
  }
  return matter;
}
