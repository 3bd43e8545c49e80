import { companyNamed, withScope, type Scope, type TenantActor } from '#platform/db/index.ts';
import { Failure, tooMany, type Context } from '#platform/operations/index.ts';
import { usernameOf } from '../rules/names.ts';
import { addressGroup } from '../rules/tries.ts';
import { deviceMark, knownDevice } from './secrets.ts';
import { openSession } from './sessions.ts';
import { countTry, forgiveTry } from './throttle.ts';

export interface SignIn {
  readonly tenant: string;
  readonly username: string;
  readonly password: string;
  readonly address: string;
  /** The mark of a device that was here before, if it brings one. */
  readonly deviceMark: string | undefined;
}

export interface SignedIn {
  readonly tenant: string;
  readonly person: string;
  /** Values of the two cookies. */
  readonly session: string;
  readonly device: string;
}

/** One sentence for all reasons: it tells nobody whether a company or an account exists. */
const refusedSignIn = (): Failure =>
  new Failure(401, 'wrong-credentials', { zh: '公司代码、账号或密码不正确，请核对后重试。', en: 'The company code, the account or the password is not right. Please check and try again.' });

/**
 * Signs somebody in: counts the try, then looks at the password, then opens a session.
 * @throws Failure 401 in the same words, after the same work and no sooner than the same time, whatever was wrong; 429 beyond the limits.
 */
export async function signIn(context: Context, asked: SignIn): Promise<SignedIn> {
  const earliest = new Promise((resolve) => setTimeout(resolve, context.identity.refusalMilliseconds));
  try {
    const signedIn = await tried(context, { ...asked, username: usernameOf(asked.username) });
    context.log.info({ tenant: signedIn.tenant, person: signedIn.person }, 'signed in');
    return signedIn;
  } catch (failure) {
    context.log.warn({ address: asked.address, reason: failure instanceof Failure ? failure.error : 'unexpected' }, 'a sign-in was refused');
    await earliest;
    throw failure;
  }
}

async function tried(context: Context, asked: SignIn): Promise<SignedIn> {
  const { strangers, passwords } = context.identity;
  const company = await companyNamed(context.db, asked.tenant);
  const account = company ? await knock(context, { tenant: company.id }, asked) : knockNowhere(context, asked);
  const right = await passwords.matches(asked.password, account.passwordHash);
  const signedIn = right && company ? await enter(context, company.id, account, asked.address) : null;
  if (!signedIn) throw refusedSignIn();
  strangers.forgive(addressGroup(asked.address));
  return signedIn;
}

/** Who knocked. Without person and hash, nobody can come in, but the work goes on as if. */
interface Account {
  readonly person: string | null;
  readonly passwordHash: string | null;
  readonly tryId: string | null;
}

const NOBODY: Account = { person: null, passwordHash: null, tryId: null };

async function knock(context: Context, actor: TenantActor, { username, address, deviceMark: mark }: SignIn): Promise<Account> {
  const now = context.clock.now();
  const counted = await withScope(context.db, actor, async (scope) => {
    const person = await personNamed(scope, username);
    const device = person?.password_hash ? knownDevice(mark, person.id, person.password_hash) : null;
    return { person, device, outcome: await countTry(scope, { username, address, device }, now) };
  });
  if ('wait' in counted.outcome) throw tooMany(counted.outcome.wait / 1000);
  const everywhere = counted.device === null ? context.identity.strangers.tryAddress(addressGroup(address)) : 0;
  if (everywhere > 0) throw tooMany(everywhere / 1000);
  return { person: counted.person?.id ?? null, passwordHash: counted.person?.password_hash ?? null, tryId: counted.outcome.id };
}

function knockNowhere({ identity }: Context, { tenant, username, address }: SignIn): Account {
  const wait = identity.strangers.tryAccount(tenant, username) || identity.strangers.tryAddress(addressGroup(address));
  if (wait > 0) throw tooMany(wait / 1000);
  return NOBODY;
}

async function personNamed(scope: Scope<TenantActor>, username: string): Promise<{ id: string; password_hash: string | null } | undefined> {
  const { rows } = await scope.run<{ id: string; password_hash: string | null }>({
    text: 'select id, password_hash from person where tenant_id = $1 and username = $2 and left_at is null',
    values: [scope.tenant, username],
  });
  return rows[0];
}

async function enter(context: Context, tenant: string, { person, passwordHash, tryId }: Account, address: string): Promise<SignedIn | null> {
  if (person === null || passwordHash === null || tryId === null) return null;
  const now = context.clock.now();
  return withScope(context.db, { tenant }, async (scope) => {
    const session = await openSession(scope, { person, passwordHash, address }, now);
    if (session === null) return null;
    await forgiveTry(scope, tryId, now);
    return { tenant, person, session, device: deviceMark(person, passwordHash) };
  });
}
