import { companies, uuidv7, withScope, type Scope } from '#platform/db/index.ts';
import { Failure, type Actor, type Context } from '#platform/operations/index.ts';
import { requireStrong } from './change-password.ts';
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

/** 403: the link was used, or is not the one that waits; nobody's position has to do with it. */
export async function linkRefused(context: Context): Promise<Failure> {
  if ((await companies(context.db)).length > 0) return new Failure(403, 'link-used', { zh: '这个链接已经用过，请登录。', en: 'This link has been used. Please sign in.' });
  return new Failure(403, 'link-wrong', { zh: '这个链接已经不能用：请打开最近一次启动时打印的完整链接。', en: 'This link does not work: open the whole link that was printed at the latest start.' });
}

/**
 * Sets up the first company and its administrator on an empty installation, with the link that was printed at the start. Works once.
 * @param further - what else belongs to the founding, in the same transaction and in the administrator's name.
 * @throws Failure 403 for any other link and when there are companies already; 422 for a weak password; what `further` throws: then nothing was written and the link works again.
 */
export async function setUp<T>(context: Context, asked: Setup, further: (scope: Scope<Actor>) => Promise<T>): Promise<T> {
  const { setup, passwords, record } = context.identity;
  if (setup.knows(asked.token)) requireStrong(asked.password, { username: asked.username, company: asked.slug }, 'password');
  if (!setup.take(asked.token)) throw await linkRefused(context);
  try {
    if ((await companies(context.db)).length > 0) throw await linkRefused(context);
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
