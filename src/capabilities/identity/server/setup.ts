import { companies, uuidv7, withScope, type Scope } from '#platform/db/index.ts';
import { forbidden, type Actor, type Context } from '#platform/operations/index.ts';
import { createPerson, createTenant } from './create.ts';

export interface Setup {
  readonly token: string;
  readonly company: string;
  readonly slug: string;
  readonly username: string;
  readonly name: string;
  readonly password: string;
  /** Where the company is; China when left out. */
  readonly zone?: string;
}

/**
 * Sets up the first company and its administrator on an empty installation, with the link that was printed at the start. Works once.
 * @param further - what else belongs to the founding, in the same transaction and in the administrator's name.
 * @throws Failure 403 for any other link, in the same words when there are companies already; what `further` throws: then nothing was written and the link works again.
 */
export async function setUp<T>(context: Context, asked: Setup, further: (scope: Scope<Actor>) => Promise<T>): Promise<T> {
  const { setup, passwords, record } = context.identity;
  if (!setup.take(asked.token)) throw forbidden();
  try {
    if ((await companies(context.db)).length > 0) throw forbidden();
    const passwordHash = await passwords.hash(asked.password);
    const now = context.clock.now();
    return await withScope(context.db, founderOf(asked), async (scope) => {
      await createTenant(scope, { slug: asked.slug, name: asked.company, zone: scope.actor.zone }, now);
      await createPerson(scope, { id: scope.actor.person, username: asked.username, name: asked.name, administrator: true, passwordHash }, now, record);
      return further(scope);
    });
  } catch (error) {
    setup.giveBack(asked.token);
    throw error;
  }
}

/** The administrator before there is a row of him. */
function founderOf({ slug, name, username, zone = 'Asia/Shanghai' }: Setup): Actor {
  return { is: 'person', tenant: uuidv7(), slug, demonstration: false, zone, person: uuidv7(), name, username, language: 'zh', administrator: true, mustChangePassword: false, unit: null, positions: [], rights: [] };
}
