import type { Actor } from './actor.ts';
import { forbidden, mustChangePassword, unauthorised, type Failure } from './failure.ts';

/** Who may use an operation at all. There is no default: an operation that states none does not compile. */
export type Access<R extends string = string> =
  | { readonly is: 'public' }
  | { readonly is: 'signed-in' }
  | { readonly is: 'right'; readonly right: R }
  | { readonly is: 'administrator' };

/**
 * The one place where a request is let in or turned away, before anything of it is read.
 * @param open - whether the operation may be used by somebody who has yet to change the password given to him.
 * @returns why not (401, or 403), or null when he may.
 */
export function deniedTo(actor: Actor | null, access: Access, open: boolean): Failure | null {
  if (access.is === 'public') return null;
  if (!actor) return unauthorised();
  if (actor.mustChangePassword && !open) return mustChangePassword();
  switch (access.is) {
    case 'signed-in':
      return null;
    case 'right':
      return actor.rights.includes(access.right) ? null : forbidden();
    case 'administrator':
      return actor.administrator ? null : forbidden();
    default:
      return forbidden();
  }
}
