import type { Language } from '#engine/text.ts';

/**
 * Who asks: a person of one tenant with everything that decides what he may do. Made anew for each request by identity.
 * It can be handed to the engine as it is (`is`, `person`, `unit`, `positions`, `rights`).
 */
export interface Actor {
  readonly is: 'person';
  /** The tenant's id; every scope is bound to it. */
  readonly tenant: string;
  readonly slug: string;
  readonly demonstration: boolean;
  /** The tenant's time zone, such as `Asia/Shanghai`. */
  readonly zone: string;
  readonly person: string;
  readonly name: string;
  readonly username: string;
  readonly language: Language;
  readonly administrator: boolean;
  /** True until the password given by an administrator is changed; until then hardly anything is open to him. */
  readonly mustChangePassword: boolean;
  /** Code of his unit. */
  readonly unit: string | null;
  readonly positions: readonly { readonly position: string; readonly unit: string | null }[];
  readonly rights: readonly string[];
  /** A program proves him with a key; left out for a person at a page. */
  readonly byKey?: boolean;
}
