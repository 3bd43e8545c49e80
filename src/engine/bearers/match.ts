import type { Actor, Bearer, Directory } from '../matter.ts';
import type { Policy } from '../policy.ts';

export type Holder = { readonly person: string; readonly unit: string | null; readonly positions: readonly { readonly position: string; readonly unit: string | null }[] };

/** Whether somebody bears what is laid on a person, a unit's members or the holders of a position (in a unit). An empty bearer is nobody. */
export function bears(holder: Holder, bearer: Bearer): boolean {
  if (bearer.person) return holder.person === bearer.person;
  if (bearer.position) return holder.positions.some((held) => held.position === bearer.position && (!bearer.unit || !held.unit || held.unit === bearer.unit));
  if (bearer.unit) return holder.unit === bearer.unit || holder.positions.some((held) => held.unit === bearer.unit);
  return false;
}

/** Whether the actor is one of the bearers. The system bears nothing. */
export function actorBears(actor: Actor, bearers: readonly Bearer[]): boolean {
  return actor.is === 'person' && bearers.some((bearer) => bears(actor, bearer));
}

/** Everybody in the directory who bears it, in the directory's order. */
export function holdersOf(bearer: Bearer, directory: Directory): readonly string[] {
  return directory.people.filter((person) => bears(person, bearer)).map((person) => person.person);
}

/** The actor as a bearer value: the person with his unit, so that “manager of the handler” can be found later. */
export function bearerOf(actor: Actor): Bearer | 'system' {
  if (actor.is === 'system') return 'system';
  return actor.unit ? { person: actor.person, unit: actor.unit } : { person: actor.person };
}

/** Whether a bearer value is the named unit or position (a person counts as his unit and as every position he holds). */
export function isNamed(value: Bearer | 'system', name: string, policy: Policy, directory: Directory): boolean {
  if (value === 'system') return name === 'system';
  if (policy.units[name]) return value.unit === name && !value.position;
  if (!policy.positions[name]) return false;
  if (value.position) return value.position === name;
  return value.person !== undefined && holdersOf({ position: name }, directory).includes(value.person);
}

/** Whether two bearer values mean the same: the same person, else the same position and unit. */
export function sameBearer(left: Bearer | 'system', right: Bearer | 'system'): boolean {
  if (left === 'system' || right === 'system') return left === right;
  if (left.person || right.person) return left.person === right.person;
  return left.unit === right.unit && left.position === right.position;
}
