import type { Language, Text } from '#engine';
import type { Scope, TenantActor } from '#platform/db/index.ts';
import type { NoticeClass } from '../contract.ts';

/** A way out of the product that is open for notices of a company. */
export interface OutsideRoute {
  readonly channel: string;
  /** `phone` and `email` reach only people who have one. */
  readonly reaches: 'group' | 'phone' | 'email';
  readonly classes: readonly NoticeClass[];
  /** Units and positions of the recipients; empty = everybody. */
  readonly units: readonly string[]; readonly positions: readonly string[];
  /** Reminders wait for office hours. */
  readonly quiet: boolean;
}

export interface OutsideMessage {
  /** The same when it is tried again. */
  readonly id: string;
  readonly to: { readonly name: string; readonly phone: string | null; readonly email: string | null };
  readonly language: Language; readonly subject: string; readonly lines: readonly string[]; readonly link: string | null;
}

/** What became of a message. `later` is no failure: no place was free (`tried: false`), or the receiver shut itself. `refused` = never. */
export type OutsideOutcome = { readonly is: 'sent' | 'failed' | 'refused'; readonly answer: Text } | { readonly is: 'later'; readonly at: number; readonly tried: boolean; readonly answer: Text };

/** What notices need of the ways out; the register of channels is wired in where the product is put together. */
export interface OutsideChannels {
  routes<A extends TenantActor>(scope: Scope<A>): Promise<readonly OutsideRoute[]>;
  names<A extends TenantActor>(scope: Scope<A>): Promise<ReadonlyMap<string, string>>;
  /** Called outside any transaction. */
  send(tenant: string, channel: string, message: OutsideMessage, alarm: boolean): Promise<OutsideOutcome>;
}
