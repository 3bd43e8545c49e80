import { withScope, type Database, type Scope, type TenantActor } from '#platform/db/index.ts';
import { roomsIn } from '../rules/meaning.ts';
import { termsOf } from '../rules/terms.ts';
import { CUSTOMER_WORDS, DROP_KEYS, DROP_TERMS, DROP_TEXTS, KEEP_KEYS, KEEP_TERMS, KEEP_TEXTS, MARK, MATTER_WORDS } from './catch-up-statements.ts';
import { roomKey, TAIL, tailKey } from './patterns.ts';
import { keysOfName } from './spelling.ts';

type About = 'customer' | 'matter';
interface Waiting { readonly id: string; readonly mark: string; readonly name: string; readonly phone: string; readonly place: string; readonly text: string }

const WORDS: Readonly<Record<About, string>> = { customer: CUSTOMER_WORDS, matter: MATTER_WORDS };

/**
 * Reads in words that were written since: of each kind as many as given, each in a transaction of its own. What somebody else holds
 * just now is left for the next time. The words are no change of anything: they are kept a second time, to be found.
 * @returns whether more is waiting.
 */
export async function catchUp(db: Database, tenant: string, most: number): Promise<boolean> {
  let more = false;
  for (const about of ['customer', 'matter'] as const) {
    more = (await withScope(db, { tenant }, (scope) => readIn(scope, about, most))) === most || more;
  }
  return more;
}

async function readIn(scope: Scope<TenantActor>, about: About, most: number): Promise<number> {
  const { rows } = await scope.run<Waiting>({ name: `search-waiting-${about}`, text: WORDS[about], values: [scope.tenant, most] });
  if (rows.length === 0) return 0;
  const ids = rows.map((row) => row.id);
  const keys = rows.flatMap((row) => keysOf(about, row).map((key) => ({ id: row.id, key })));
  const texts = rows.map((row) => ({ id: row.id, terms: termsOf(scope.tenant, row.text) }));
  await drop(scope, about, ids);
  await scope.run({ name: 'search-keys', text: KEEP_KEYS, values: [scope.tenant, about, keys.map((each) => each.id), keys.map((each) => each.key)] });
  await scope.run({ name: 'search-terms', text: KEEP_TERMS, values: [scope.tenant, about, JSON.stringify(texts)] });
  await scope.run({ name: 'search-texts', text: KEEP_TEXTS, values: [scope.tenant, about, JSON.stringify(texts)] });
  await scope.run({ name: `search-mark-${about}`, text: MARK[about], values: [scope.tenant, ids, rows.map((row) => row.mark)] });
  return rows.length;
}

/** Takes everything out by which these are found. */
export async function drop<A extends TenantActor>(scope: Scope<A>, about: About, ids: readonly string[]): Promise<void> {
  for (const [name, text] of [['keys', DROP_KEYS], ['terms', DROP_TERMS], ['texts', DROP_TEXTS]] as const) {
    await scope.run({ name: `search-drop-${name}`, text, values: [scope.tenant, about, ids] });
  }
}

/** A customer is found by his name, the end of his telephone number and his room; a number by its beginning and, for those who leave out the letters, from its date on. */
function keysOf(about: About, { name, phone, place }: Waiting): readonly string[] {
  if (about === 'customer') return [...new Set([...keysOfName(name), ...roomsIn(place).map(roomKey), ...(phone.length < TAIL ? [] : [tailKey(phone)])])];
  const number = name.toLowerCase();
  const from = number.indexOf('-') + 1;
  return from > 0 && from < number.length ? [number, number.slice(from)] : [number];
}

const busy = new WeakMap<Database, Set<string>>();
const AT_ONCE = 500;

/** Goes on reading in, in the background, until nothing is left; one such walk per company. @param failed - told of what went wrong; the next search begins anew. */
export function goOnCatchingUp(db: Database, tenant: string, failed: (error: unknown) => void): void {
  const walking = busy.get(db) ?? new Set<string>();
  busy.set(db, walking);
  if (walking.has(tenant)) return;
  walking.add(tenant);
  const walk = async (): Promise<void> => {
    while (await catchUp(db, tenant, AT_ONCE));
  };
  void walk().catch(failed).finally(() => walking.delete(tenant));
}
