import { createHash } from 'node:crypto';
import { uuidv7, type Scope, type TenantActor } from '#platform/db/index.ts';
import { addressGroup, PER_ACCOUNT, PER_ADDRESS, PER_KNOWN_DEVICE, waitFor } from '../rules/tries.ts';

/** Where a try comes from. `device` is the name of a device known to be this account's. */
export interface Try {
  readonly username: string;
  readonly address: string;
  readonly device: string | null;
}

const LOCKS = 64;
// At one time only one try of an account, and of an address, is counted; few rows serve all names, so that made-up names fill nothing.
const lockOf = (kind: string, name: string): string => `sign-in:${kind}:${(createHash('sha256').update(name).digest()[0] ?? 0) % LOCKS}`;

/**
 * Counts a try as one in vain before the password is looked at, so that parallel tries cannot slip past the limit.
 * A try that is turned away is not counted: nobody is kept out for longer by knocking.
 * @param now - epoch milliseconds of the machine's clock.
 * @returns the try's id, or how many milliseconds to wait.
 */
export async function countTry(scope: Scope<TenantActor>, one: Try, now: number): Promise<{ id: string } | { wait: number }> {
  const address = one.device === null ? addressGroup(one.address) : `device:${one.device}`;
  await lock(scope, [lockOf('account', one.username), lockOf('address', address)]);
  const wait = await waitOf(scope, { ...one, address }, now);
  if (wait > 0) return { wait };
  const id = uuidv7();
  await scope.run({
    text: 'insert into sign_in_attempt (tenant_id, id, username, address, at, succeeded) values ($1, $2, $3, $4, $5, false)',
    values: [scope.tenant, id, one.username, address, new Date(now)],
  });
  return { id };
}

/** Always in the order of their names, so that two tries never wait for each other. */
async function lock(scope: Scope<TenantActor>, names: readonly string[]): Promise<void> {
  for (const name of names.toSorted()) {
    await scope.run({
      text: 'insert into tenant_counter (tenant_id, name, last) values ($1, $2, 1) on conflict (tenant_id, name) do update set last = tenant_counter.last + 1',
      values: [scope.tenant, name],
    });
  }
}

async function waitOf(scope: Scope<TenantActor>, { username, address, device }: Try, now: number): Promise<number> {
  if (device !== null) return waitFor(await failures(scope, 'username = $2 and address = $3', [username, address], PER_KNOWN_DEVICE.tries), now, PER_KNOWN_DEVICE);
  const ofAccount = await failures(scope, "username = $2 and address not like 'device:%'", [username], PER_ACCOUNT.tries);
  const ofAddress = await failures(scope, 'address = $2', [address], PER_ADDRESS.tries);
  return Math.max(waitFor(ofAccount, now, PER_ACCOUNT), waitFor(ofAddress, now, PER_ADDRESS));
}

async function failures(scope: Scope<TenantActor>, where: string, values: readonly string[], most: number): Promise<number[]> {
  const text = `select at from sign_in_attempt where tenant_id = $1 and ${where} and not succeeded order by at desc limit ${most}`;
  const { rows } = await scope.run<{ at: number }>({ text, values: [scope.tenant, ...values] });
  return rows.map((row) => row.at);
}

/** The password was right: the try was not in vain. What is older than a day is swept away by the way. */
export async function forgiveTry(scope: Scope<TenantActor>, id: string, now: number): Promise<void> {
  await scope.run({ text: 'update sign_in_attempt set succeeded = true where tenant_id = $1 and id = $2', values: [scope.tenant, id] });
  await scope.run({ text: 'delete from sign_in_attempt where tenant_id = $1 and at < $2', values: [scope.tenant, new Date(now - 24 * 60 * 60_000)] });
}
