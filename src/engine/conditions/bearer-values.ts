import type { Bearer } from '../matter.ts';
import type { Scope } from './scope.ts';

/** A person's id stands for the person; the word `system` stays itself. */
function bearer(value: Bearer | string): Bearer | 'system' {
  if (typeof value !== 'string') return value;
  return value === 'system' ? value : { person: value };
}

export function sameBearer(left: Bearer | string, right: Bearer | string, scope: Scope): boolean {
  return scope.sameBearer(bearer(left), bearer(right));
}

/** Whether a value met in a matter is the unit, position or role the policy names. */
export function isNamed(value: Bearer | string, name: string, scope: Scope): boolean {
  return scope.isBearer(bearer(value), name);
}
