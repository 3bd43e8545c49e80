import { readFileSync } from 'node:fs';
import { calendarsOf } from '../../src/engine/world.ts';
import {
  cnDayTable, decideAct, decideReceive, fireDue, readGiven, readPolicy, withDailyActs,
  type Actor, type Decided, type Decision, type Directory, type FactValue, type Instant, type MatterState, type Policy, type World,
} from '../../src/engine/index.ts';

const made = new Map<string, Pick<World, 'policy' | 'calendars'>>();

/** Reads and compiles each policy text once per test file. */
function madeOf(rules: string): Pick<World, 'policy' | 'calendars'> {
  const known = made.get(rules);
  if (known) return known;
  const read = readPolicy({ file: 'policy.yaml', text: rules });
  if (!read.policy) throw new Error(read.problems.map((problem) => `${problem.line}: ${problem.message.en}`).join('\n'));
  const policy = withDailyActs(read.policy);
  const ready = { policy, calendars: compiledFor(policy) };
  made.set(rules, ready);
  return ready;
}

const YEARS = { from: 2024, to: 2030 };
const compiled = new Map<string, World['calendars']>();

/** Policies with the same opening hours share their compiled calendars. */
function compiledFor(policy: Policy): World['calendars'] {
  const key = JSON.stringify([policy.zone, Object.values(policy.calendars).map(({ name, weekly, holidays }) => [name, weekly, holidays])]);
  const known = compiled.get(key) ?? calendarsOf(policy, cnDayTable(), YEARS);
  compiled.set(key, known);
  return known;
}

/** A policy on a table: its own small company, a clock that stands where it is put, and one matter at a time. */
export class Bench {
  readonly policy: Policy;
  readonly calendars: World['calendars'];
  readonly directory: Directory;
  now: Instant;
  matter!: MatterState;
  last!: Decided;

  constructor(rules: string, people: Directory['people'], now: string) {
    const made = madeOf(rules);
    this.policy = made.policy;
    this.calendars = made.calendars;
    this.now = Date.parse(now);
    this.directory = { units: Object.keys(this.policy.units), people };
  }

  get world(): World {
    return { policy: this.policy, calendars: this.calendars, directory: this.directory, now: this.now };
  }

  actor(person: string): Actor {
    const found = this.directory.people.find((each) => each.person === person);
    if (!found) throw new Error(`nobody called ${person}`);
    const levels = found.positions.map((held) => this.policy.positions[held.position]?.level ?? 0);
    return { is: 'person', ...found, rights: Math.max(0, ...levels) >= 30 ? ['work', 'oversee', 'record-late'] : ['work'] };
  }

  at(time: string): this {
    this.now = Date.parse(time);
    return this;
  }

  receive(kind: string, by: string, facts: Record<string, FactValue>, occurredAt = this.now): MatterState {
    return this.keep(decideReceive(this.world, { id: 'm', kind, number: 'TS-1', unit: null, about: null, parent: null, act: 'receive', actor: this.actor(by), facts, fields: {}, occurredAt }));
  }

  /** Tries an act and gives the decision, whatever it is; a lawful one is kept. */
  try(act: string, by: string, given: Record<string, unknown> = {}, occurredAt = this.now): Decision {
    const kind = this.policy.kinds[this.matter.kind];
    const rule = kind?.acts[act];
    if (!kind || !rule) throw new Error(`no act ${act}`);
    const read = readGiven(given, { policy: this.policy, directory: this.directory, kind, act: rule, matter: this.matter });
    if (read.wrong.length) return { refused: [], wrong: read.wrong };
    const decision = decideAct(this.world, this.matter, { act, actor: this.actor(by), facts: read.facts, fields: read.fields, occurredAt });
    if (!decision.refused) this.keep(decision);
    return decision;
  }

  /** Does an act that must be lawful. */
  act(act: string, by: string, given: Record<string, unknown> = {}, occurredAt = this.now): MatterState {
    return this.keep(this.try(act, by, given, occurredAt));
  }

  /** Lets everything fall due until a time. @returns the steps that fired. */
  until(time: string): readonly string[] {
    this.now = Date.parse(time);
    const { decision, fired } = fireDue(this.world, this.matter);
    this.keep(decision);
    return fired.map((each) => `${each.obligation} ${each.step}`);
  }

  /** Obligations of a duty, latest round last. */
  owed(duty: string): MatterState['obligations'] {
    return this.matter.obligations.filter((each) => each.duty === duty);
  }

  private keep(decision: Decision): MatterState {
    if (decision.refused) throw new Error(JSON.stringify({ refused: decision.refused.map((each) => each.text.en), wrong: decision.wrong }));
    this.last = decision;
    this.matter = decision.matter;
    return this.matter;
  }
}

/** The clauses that an attempt was refused with; empty when it was not refused. */
export function clausesOf(decision: Decision): readonly string[] {
  return decision.refused ? decision.refused.flatMap((each) => each.clause) : [];
}

/** The text of a shipped policy. */
export function shipped(policy: string): string {
  return readFileSync(new URL(`../../policies/${policy}/policy.yaml`, import.meta.url), 'utf8');
}

/** A small property manager: two at the desk, one at night, an engineer, his manager, the project manager, a leader. */
export const PEOPLE: Directory['people'] = [
  { person: 'agent', unit: 'customer-service', positions: [{ position: 'cs-staff', unit: 'customer-service' }] },
  { person: 'specialist', unit: 'customer-service', positions: [{ position: 'cs-staff', unit: 'customer-service' }] },
  { person: 'night', unit: 'customer-service', positions: [{ position: 'night-attendant', unit: 'customer-service' }] },
  { person: 'engineer', unit: 'engineering', positions: [{ position: 'repair-worker', unit: 'engineering' }] },
  { person: 'manager', unit: 'engineering', positions: [{ position: 'department-manager', unit: 'engineering' }] },
  { person: 'cs-manager', unit: 'customer-service', positions: [{ position: 'cs-manager', unit: 'customer-service' }, { position: 'department-manager', unit: 'customer-service' }] },
  { person: 'director', unit: null, positions: [{ position: 'project-manager', unit: null }] },
  { person: 'leader', unit: null, positions: [{ position: 'company-leader', unit: null }] },
];
