import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCOUNTS } from '#capabilities/demonstration/index.ts';
import type { Config } from '#platform/config/index.ts';
import { companies, withScope } from '#platform/db/index.ts';
import type { Context } from '#platform/operations/index.ts';

/** Signs that are not mistaken for one another when read off a terminal. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * The password of the demonstration accounts: as configured, else one made at the first start and kept in the data folder,
 * so that every later start can print it again. It opens invented companies on this machine only.
 */
export function demonstrationPassword(config: Pick<Config, 'demoPassword' | 'dataFolder'>): string {
  if (config.demoPassword !== undefined) return config.demoPassword;
  const file = join(config.dataFolder, 'demonstration-password');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = Array.from({ length: 12 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  mkdirSync(config.dataFolder, { recursive: true });
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

const KNOWN = 'select password_hash from person where tenant_id = $1 and username = $2';
const RENEW = 'update person set password_hash = $3, must_change_password = false where tenant_id = $1 and username = any($2)';

/** Gives the demonstration accounts the password of this start, where an earlier start gave them another. */
export async function renewDemonstrationPasswords(context: Context, password: string): Promise<void> {
  for (const company of (await companies(context.db)).filter((each) => each.demonstration)) {
    const known = await withScope(context.db, { tenant: company.id }, async (scope) => (await scope.run<{ password_hash: string | null }>({ text: KNOWN, values: [scope.tenant, ACCOUNTS[0]] })).rows[0]?.password_hash ?? null);
    if (await context.identity.passwords.matches(password, known)) continue;
    const hash = await context.identity.passwords.hash(password);
    await withScope(context.db, { tenant: company.id }, (scope) => scope.run({ text: RENEW, values: [scope.tenant, ACCOUNTS, hash] }));
  }
}
