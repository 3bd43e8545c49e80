import { randomBytes } from 'node:crypto';
import { recordHappening } from '#capabilities/audit/index.ts';
import { openChannels, type ChannelsOptions } from '#capabilities/contacts/index.ts';
import { openIdentity, type IdentityOptions } from '#capabilities/identity/index.ts';
import { eraseFromMatters, gatherTenant, moveMatters, rederiveOpen, renameInMatters, seesCustomers, workedFor } from '#capabilities/matters/index.ts';
import { openPapers } from '#capabilities/papers/index.ts';
import { seedPhrases } from '#capabilities/phrases/index.ts';
import { forgetCustomers, forgetMatters, mattersHolding, readWhatWaits } from '#capabilities/search/index.ts';
import { forgetFileNames } from '#capabilities/setup/index.ts';
import { heldBy } from '#capabilities/shifts/index.ts';
import type { Context } from '#platform/operations/index.ts';
import { exportLists } from './export-lists.ts';

/** What the surroundings give; identity is opened over it. */
export interface Surroundings extends Omit<Context, 'identity' | 'papers' | 'heldBy' | 'eraseElsewhere' | 'renameElsewhere' | 'moveMatters' | 'mattersHolding' | 'seedPhrases' | 'forgetInSearch' | 'seesPersonal' | 'worksFor' | 'calendarChanged' | 'positionsChanged' | 'channels' | 'outside'> {
  /** Tests count how often a password is looked at, and do not wait. */
  readonly identity?: Partial<Pick<IdentityOptions, 'passwords' | 'refusalMilliseconds'>>;
  /** How channels reach the outside; without a key of the installation their secrets last as long as this process. */
  readonly channelOptions?: Partial<Pick<ChannelsOptions, 'key' | 'loopback' | 'resolve'>>;
}

/** Puts together what every operation may use. */
export function openContext({ identity = {}, channelOptions = {}, ...rest }: Surroundings): Context {
  const { db, clock } = rest;
  const channels = openChannels({ db, clock, key: randomBytes(32), loopback: false, ...channelOptions });
  const context: Context = {
    ...rest,
    papers: openPapers({ log: rest.log, lists: exportLists }),
    channels,
    outside: channels,
    heldBy,
    eraseElsewhere: async (scope, customer) => {
      const matters = await eraseFromMatters(scope, customer);
      await forgetMatters(scope, matters);
      await forgetCustomers(scope, [customer]);
      await forgetFileNames(scope, customer);
      return matters;
    },
    renameElsewhere: renameInMatters,
    moveMatters,
    mattersHolding: (scope, text) => {
      // What this search had to look at one by one, the next finds among the terms.
      scope.onCommit(() => void readWhatWaits(context, scope.tenant).catch((error: unknown) => rest.log.warn({ error: String(error) }, 'reading in for the search stopped; the next search goes on')));
      return mattersHolding(scope, text);
    },
    seedPhrases,
    forgetInSearch: forgetCustomers,
    seesPersonal: async (scope) => seesCustomers(await gatherTenant(scope, clock.now()), scope.actor),
    worksFor: async (scope, customers) => workedFor(scope, await gatherTenant(scope, clock.now()), customers),
    calendarChanged: (tenant, because) => rederiveOpen(context, tenant, because),
    positionsChanged: (tenant, person) => rederiveOpen(context, tenant, { positions: person }, person),
    identity: openIdentity({
      db,
      clock,
      ...identity,
      record: (scope, stream, of, type, body, words) => {
        const actor = 'person' in scope.actor && typeof scope.actor.person === 'string' ? scope.actor.person : null;
        return recordHappening(scope, { stream, of, type, actor, at: clock.now(), body, words });
      },
    }),
  };
  return context;
}
