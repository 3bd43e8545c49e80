import type { LiveNews } from '#capabilities/matters/index.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Mailer } from '#platform/mail/index.ts';
import type { LiveHub } from './live.ts';
import type { OutsideChannels } from './outside.ts';

/** What the sender of the outbox needs. */
export interface OutboxContext {
  readonly db: Database;
  /** The machine's clock: sending, waiting and retrying follow it, in demonstrations too. */
  readonly clock: Clock;
  readonly live: LiveNews;
  readonly log: Log;
  /** null = no mail server is set up for the installation: a company's own may be. */
  readonly mail: Mailer | null;
  /** Address of the product as browsers reach it, without a slash at its end; null = messages carry no links. */
  readonly publicUrl: string | null;
  /** The ways out that companies set up; left out = none. */
  readonly outside?: OutsideChannels;
  /** How long one message may take to leave, in milliseconds; 25 s when left out. */
  readonly sendLimit?: number;
}

declare module '#platform/operations/context.ts' {
  interface Context {
    /** The same hub that `live` publishes to; streams of browsers subscribe here. */
    readonly liveHub: LiveHub;
    /** The ways out of the product. */
    readonly outside: OutsideChannels;
  }
}
