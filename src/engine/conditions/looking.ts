import type { ActRecord } from '../matter.ts';
import { isBearerValue } from './compare.ts';
import type { Scope } from './scope.ts';

/** Follows `it.outcome`: the fields of an act are read as the scope tells them, those of a line by their column. */
export function pathOf(it: unknown, path: readonly string[], scope: Scope): unknown {
  const [field, ...rest] = path;
  if (field === undefined) return it;
  if (isAct(it)) return rest.length === 0 ? scope.actField(it, field) : pathOf(scope.actField(it, field), rest, scope);
  if (typeof it !== 'object' || it === null || !Object.hasOwn(it, field)) return undefined;
  return pathOf((it as Readonly<Record<string, unknown>>)[field], rest, scope);
}

export function isAct(it: unknown): it is ActRecord {
  return typeof it === 'object' && it !== null && 'act' in it && 'fields' in it && 'facts' in it;
}

/** Whether the person meant by a value holds a qualification; unknown for units and positions. */
export function holdsFor(value: unknown, qualification: string, scope: Scope): boolean | undefined {
  if (!isBearerValue(value)) return undefined;
  const person = typeof value === 'string' ? value : value.person;
  return person === undefined ? undefined : scope.holds(person, qualification);
}
