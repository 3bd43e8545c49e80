import type { Scope } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';

/** Who asks, and the kinds he may not list. */
export interface Asking { readonly scope: Scope<Actor>; readonly hidden: readonly string[] }
