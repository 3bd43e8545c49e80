import { changePerson, createPerson, oneTimePassword, peopleLike } from '#capabilities/identity/index.ts';
import { positionsOf, unitsOf } from '#capabilities/organisation/index.ts';
import type { Scope } from '#platform/db/index.ts';
import type { Actor, Context } from '#platform/operations/index.ts';
import type { ImportAnswer, PeopleBody } from '../contract.ts';
import { checkPeople, positionsWithoutHolder, type CheckedRow, type Company, type Known } from '../rules/people.ts';
import type { Place } from '../rules/places.ts';

const MOST_PEOPLE = 100_000;

/** Units, positions and everybody of a company, leavers too. */
export async function companyOf(scope: Scope<Actor>): Promise<Company> {
  const place: Place = {
    units: (await unitsOf(scope)).map(({ code, name }) => ({ code, title: name })),
    positions: (await positionsOf(scope)).map(({ code, title, unit, inEveryUnit }) => ({ code, title, unit, inEveryUnit })),
  };
  const people = [...(await peopleLike(scope, { limit: MOST_PEOPLE, after: '' })), ...(await peopleLike(scope, { left: true, limit: MOST_PEOPLE, after: '' }))];
  return { place, people };
}

/** First passwords for those who are new, made before the transaction: hashing takes its time. By user name. */
export type FirstPasswords = ReadonlyMap<string, { readonly password: string; readonly hash: string }>;

/** Hashing takes 19 MB each: a few at a time. */
const AT_ONCE = 4;

/** Makes passwords for the rows that are new. */
export async function firstPasswords(context: Context, rows: readonly CheckedRow[]): Promise<FirstPasswords> {
  const made = new Map<string, { password: string; hash: string }>();
  const waiting = rows.filter((row) => row.is === 'new').map((row) => row.username);
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let username = waiting.pop(); username !== undefined; username = waiting.pop()) {
      const password = oneTimePassword();
      made.set(username, { password, hash: await context.identity.passwords.hash(password) });
    }
  }));
  return made;
}

/**
 * Brings a sheet into the company, in the caller's transaction: new people, changed people; nobody is ever removed. Rows that are
 * wrong are left out and answered with their reasons.
 */
export async function importPeople(scope: Scope<Actor>, context: Context, { mapping, rows }: PeopleBody, company: Company, passwords: FirstPasswords): Promise<ImportAnswer> {
  const checked = checkPeople({ rows }, mapping, company);
  const before = new Map(company.people.map((person) => [person.id, person]));
  const answers: ImportAnswer['rows'] = [];
  for (const row of checked) {
    const { row: at, name, username } = row;
    const said = { row: at, name, username, is: row.is, why: row.is === 'wrong' ? row.why.map((why) => why[scope.actor.language]) : [] };
    if (row.is === 'new') {
      // Somebody may have come in between looking and writing: then there is no password for him yet, and he has to sign in with a reset one.
      const first = passwords.get(username);
      await createPerson(scope, { ...row.meant, passwordHash: first?.hash ?? null, mustChangePassword: true }, context.clock.now(), context.identity.record);
      answers.push(first ? { ...said, password: first.password } : said);
    } else {
      if (row.is === 'changed' && row.id !== null) await changePerson(scope, context, row.id, changeOf(row.meant, before.get(row.id)));
      answers.push(said);
    }
  }
  scope.onCommit(() => context.identity.forget(scope.tenant));
  return { rows: answers, withoutHolder: [...positionsWithoutHolder(company.place, company.people, checked)] };
}

function changeOf(meant: Extract<CheckedRow, { readonly is: 'changed' | 'new' | 'same' }>['meant'], before: Known | undefined): Parameters<typeof changePerson>[3] {
  const { username: _username, positions, ...rest } = meant;
  return before && JSON.stringify(before.positions) === JSON.stringify(positions) ? rest : { ...rest, positions: positions.map((held) => ({ ...held })) };
}
