import { maskedCustomer, normalPhone } from '#capabilities/customers/index.ts';
import { gatherTenant, hiddenMatters, seesCustomers, workedFor, type Surroundings } from '#capabilities/matters/index.ts';
import { withReadScope } from '#platform/db/index.ts';
import type { Actor, Context } from '#platform/operations/index.ts';
import type { SearchAnswer } from '../contract.ts';
import { meaningOf, type Meaning } from '../rules/meaning.ts';
import { catchUp, goOnCatchingUp } from './catch-up.ts';
import { WAITS } from './catch-up-statements.ts';
import type { Asking } from './asking.ts';
import { customersBy, type CustomerRow } from './customers.ts';
import { housesBy, type HouseRow } from './houses.ts';
import { mattersBy } from './matters.ts';
import { customersShown, housesShown, mattersShown } from './shown.ts';

/** So many are read in before the answer; a few calls' worth. More wait for the background. */
const FIRST = 100;

/**
 * Customers, matters and houses by whatever was typed (`GET /api/search`): five of each, and how many there are. Only what the reader
 * may list: kinds with a list of readers of their own are not found by others.
 */
export async function search(context: Context, actor: Actor, typed: string): Promise<SearchAnswer> {
  const meaning = meaningOf(typed);
  const catchingUp = meaning.is !== 'nothing' && (await readWhatWaits(context, actor.tenant));
  return withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const asking: Asking = { scope, hidden: hiddenMatters(around, actor) };
    return { meant: meaning.is, ...(await found(asking, meaning, around)), catchingUp };
  });
}

async function found(asking: Asking, meaning: Meaning, around: Surroundings): Promise<Pick<SearchAnswer, 'customers' | 'matters' | 'houses'>> {
  const { actor } = asking.scope;
  const open = seesCustomers(around, actor);
  const [houses, customers] = await (open ? meant(asking, meaning) : meantByHim(asking, meaning, around));
  // A home found by a name would say where he lives.
  const [matters, homes] = await Promise.all([mattersBy(asking, meaning, idsOf(customers), open), houses.length > 0 || customers.length === 0 || !open ? houses : housesBy(asking, { is: 'of', customers: idsOf(customers) })]);
  return { customers: customersShown(customers), matters: mattersShown(around, matters, actor), houses: housesShown(homes) };
}

type Meant = readonly [houses: readonly HouseRow[], customers: readonly CustomerRow[]];

async function meant(asking: Asking, meaning: Meaning): Promise<Meant> {
  const houses = await housesBy(asking, meaning);
  const owners = meaning.is === 'room' ? houses.flatMap((house) => house.customer_id ?? []) : [];
  return [houses, await customersBy(asking, meaning, owners)];
}

/** To whom customers are masked no hit may say what stands under the mask: he finds those he works for, and whoever has a whole number that he knows. */
async function meantByHim(asking: Asking, meaning: Meaning, around: Surroundings): Promise<Meant> {
  const [houses, customers] = await meant(asking, meaning);
  const his = await workedFor(asking.scope, around, [...idsOf(customers), ...houses.flatMap((house) => house.customer_id ?? [])]);
  const whole = meaning.is === 'phone' ? normalPhone(meaning.digits) : null;
  return [houses.filter((house) => house.customer_id !== null && his.has(house.customer_id)), customers.flatMap((each) => (his.has(each.id) ? [each] : each.phone === whole ? [maskedCustomer(each)] : []))];
}

const idsOf = (customers: readonly CustomerRow[]): readonly string[] => customers.map((customer) => customer.id);

/** What was written since is read in first, so that the call just saved is found. @returns whether more is waiting */
export async function readWhatWaits(context: Pick<Context, 'db' | 'log'>, tenant: string): Promise<boolean> {
  const waits = await withReadScope(context.db, { tenant }, async (scope) => (await scope.run<{ waits: boolean }>({ name: 'search-waits', text: WAITS, values: [tenant] })).rows[0]?.waits ?? false);
  if (!waits) return false;
  const more = await catchUp(context.db, tenant, FIRST);
  if (more) goOnCatchingUp(context.db, tenant, (error) => context.log.warn({ error: String(error) }, 'reading in for the search stopped; the next search goes on'));
  return more;
}
