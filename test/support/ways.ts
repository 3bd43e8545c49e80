import { afterEach } from 'vitest';
import { openChannels } from '../../src/capabilities/contacts/index.ts';
import { startOutbox, type Outbox, type OutsideChannels } from '../../src/capabilities/notices/index.ts';
import { uuidv7 } from '../../src/platform/db/index.ts';
import { silentLog } from '../../src/platform/log/index.ts';
import { leadsOutside, type Product, type TestDatabase } from './index.ts';
import type { TrialCompany } from './trial.ts';

/** The ways out of a product under test: its channels may stay on this machine, and its senders are ended after each test. */
export interface Ways {
  /** One more sender, as another process would run. `through` = other channels than the product's; `sendLimit` = milliseconds for one message. */
  sender(through?: OutsideChannels, sendLimit?: number): Outbox;
  /** Sets up a channel over HTTP. @returns its id. */
  channel(company: TrialCompany, kind: string, settings: Readonly<Record<string, string>>, more?: object): Promise<string>;
  /** Something in the outbox as a decision would have left it, for one person. */
  put(company: TrialCompany, person: string, template: string, more?: { readonly number?: string; readonly matter?: string; readonly content?: object }): Promise<void>;
  /** How many deliveries of a company are in which state. */
  states(company: TrialCompany): Promise<Readonly<Record<string, number>>>;
}

export function openWays(base: TestDatabase, product: Product): Ways {
  const channels = openChannels({ db: base.database, clock: product.clock, key: product.context.channels.key, loopback: true, resolve: leadsOutside });
  Object.assign(product.context, { channels, outside: channels });
  let started: Outbox[] = [];
  afterEach(async () => {
    await Promise.all(started.map((one) => one.stop()));
    started = [];
  });
  return {
    sender(through = channels, sendLimit = 25_000) {
      const one = startOutbox({ db: base.database, clock: product.clock, live: product.context.live, log: silentLog, mail: null, publicUrl: 'https://care.example', outside: through, sendLimit });
      started.push(one);
      return one;
    },
    async channel(company, kind, settings, more = {}) {
      const payload = { kind, name: `${kind} 群`, active: true, classes: ['alarm', 'reminder', 'information'], settings, ...more };
      const reply = await product.ask({ method: 'POST', url: '/api/channels', payload }, company.as.boss);
      if (reply.statusCode !== 201) throw new Error(reply.body);
      return (reply.json() as { id: string }).id;
    },
    async put(company, person, template, { number = 'TS-1', matter, content = {} } = {}) {
      await base.owner({
        text: 'insert into outbox (tenant_id, id, dedupe_key, template, recipients, matter_id, content, created_at, not_before) values ($1, $2, $3, $4, $5, $6, $7, $8, $8)',
        values: [company.tenant, uuidv7(), uuidv7(), template, JSON.stringify([{ person }]), matter ?? null, JSON.stringify({ number, clause: ['X-1'], seq: 1, ...content }), new Date(product.clock.now())],
      });
    },
    async states(company) {
      const rows = (await base.owner({ text: 'select state, count(*)::integer as count from delivery where tenant_id = $1 group by state', values: [company.tenant] })) as { state: string; count: number }[];
      return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
    },
  };
}
