import { isOpen } from '../calendar/index.ts';
import { isNamed, sameBearer } from '../bearers/index.ts';
import type { Scope } from '../conditions/scope.ts';
import type { ActRecord, Bearer, MatterState } from '../matter.ts';
import type { FactValue, Kind } from '../policy.ts';
import { formatInstant } from '../instant.ts';
import type { World } from './types.ts';

/** What a condition sees of a matter. `askedNow`: facts an act is about to ask; unknown ones stay unknown even if they are ticks in a history. */
export function scopeOf(world: World, kind: Kind, matter: MatterState, it: ActRecord | null): Scope {
  const { policy, directory } = world;
  const fact = (name: string): FactValue | undefined => {
    const known = matter.facts[name];
    if (known !== undefined) return known;
    const rule = kind.facts[name];
    return world.assume?.[name] ?? rule?.assume ?? (rule?.type.is === 'tick' && !world.history ? false : undefined);
  };
  const isBearer = (value: Bearer | 'system', name: string): boolean => {
    const role = matter.roles[name] ?? matter.parent?.roles[name];
    return role ? sameBearer(value, role) : isNamed(value, name, policy, directory);
  };
  return {
    zone: policy.zone, now: world.now, fact, it: it ? viewOf(it) : null, isBearer, sameBearer,
    acts: (name) => actsOf(matter, name),
    actField,
    met: (duty) => metLately(matter, duty),
    open: (calendar, at) => { const compiled = world.calendars[calendar]; return compiled ? isOpen(compiled, at) : false; },
    // Without a register of qualifications the answer is unknown, never guessed.
    holds: (person, qualification) => world.holds && (world.holds[person] ?? []).includes(qualification),
    score: (name) => scoreOf(world, fact, name),
    // What the house, person or device brings is known through the matter that opened this one about it.
    path: (root, path) => ((root === 'parent' || root === 'about') && matter.parent ? reach(matter.parent, path) : undefined),
  };
}

/** Acts by their name in a rule: `forward`, `*`, `order.return-sheet` (below), `repair.receive` (above). */
export function actsOf(matter: MatterState, name: string): readonly ActRecord[] {
  if (name === '*') return matter.acts;
  const dot = name.indexOf('.');
  if (dot < 0) return matter.acts.filter((act) => act.act === name);
  const [kind, act] = [name.slice(0, dot), name.slice(dot + 1)];
  const family = [matter, ...(matter.parent ? [matter.parent] : []), ...matter.children].filter((each) => each.kind === kind);
  return family.flatMap((each) => each.acts.filter((entry) => entry.act === act)).sort((a, b) => a.at - b.at);
}

/** An act as `it` shows it: its fields and the facts it asked, in one record. What an act gives back and whether it was urgent is never unknown. */
function viewOf(entry: ActRecord): Record<string, unknown> {
  return { urgent: false, returns: '', ...entry.facts, ...entry.fields, actor: entry.actor, at: entry.at };
}

export function actField(entry: ActRecord, field: string): unknown {
  return viewOf(entry)[field];
}

function metLately(matter: MatterState, duty: string): boolean {
  const all = matter.obligations.filter((each) => each.duty === duty && each.status !== 'void');
  const last = Math.max(...all.map((each) => each.startedAt));
  const latest = all.filter((each) => each.startedAt === last && each.round === all.findLast((other) => other.startedAt === last)?.round);
  return latest.length > 0 && latest.every((each) => each.status === 'met' || each.status === 'met-late');
}

function scoreOf(world: World, fact: (name: string) => FactValue | undefined, name: string): number | undefined {
  const score = world.policy.scores[name];
  if (!score) return undefined;
  let sum = 0;
  for (const item of score.items) {
    const value = fact(item.fact);
    if (typeof value !== 'number') return undefined;
    sum += value * item.weight;
  }
  const weights = score.items.reduce((total, item) => total + item.weight, 0);
  return score.reading === 'normalise' ? sum / weights : sum / 100;
}

function reach(matter: MatterState, path: readonly string[]): unknown {
  const [first] = path;
  return first === undefined ? undefined : (matter.facts[first] ?? matter.roles[first]);
}

/** An instant field of an act (`until`) as a due rule reads it. */
export function itFact(entry: ActRecord, name: string, zone: string): FactValue | undefined {
  if (name === 'until' && entry.fields.until !== undefined) return formatInstant(entry.fields.until, zone);
  if (name === 'at') return formatInstant(entry.at, zone);
  return entry.facts[name];
}
