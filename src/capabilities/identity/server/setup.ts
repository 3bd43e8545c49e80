import { companies, uuidv7, withScope } from '#platform/db/index.ts';
import { forbidden, type Context } from '#platform/operations/index.ts';
import { createPerson, createTenant } from './create.ts';

export interface Setup {
  readonly token: string;
  readonly company: string;
  readonly slug: string;
  readonly username: string;
  readonly name: string;
  readonly password: string;
}

/**
 * Sets up the first company and its administrator on an empty installation, with the link that was printed at the start. Works once.
 * @throws Failure 403 for any other link, in the same words when there are companies already.
 */
export async function setUp(context: Context, asked: Setup): Promise<void> {
  const { setup, passwords, record } = context.identity;
  if (!setup.take(asked.token)) throw forbidden();
  try {
    if ((await companies(context.db)).length > 0) throw forbidden();
    const passwordHash = await passwords.hash(asked.password);
    const now = context.clock.now();
    await withScope(context.db, { tenant: uuidv7() }, async (scope) => {
      await createTenant(scope, { slug: asked.slug, name: asked.company }, now);
      await createPerson(scope, { username: asked.username, name: asked.name, administrator: true, passwordHash }, now, record);
    });
  } catch (error) {
    setup.giveBack(asked.token);
    throw error;
  }
}
