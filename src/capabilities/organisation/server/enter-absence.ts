import { changeDirectory } from '#capabilities/identity/index.ts';
import { uuidv7, type Scope } from '#platform/db/index.ts';
import { conflict, missing, wrong, type Actor, type Context } from '#platform/operations/index.ts';
import { wrongLeave } from '../rules/substitutes.ts';
import { absencesOf, leaveOf, type EnteredAbsence } from './absences.ts';

export type AbsenceToEnter = Omit<EnteredAbsence, 'id' | 'enteredBy'>;

const PEOPLE = 'select id, name from person where tenant_id = $1 and (left_at is null or id = $2)';

/**
 * Enters a leave with its substitutes. Changes of the directory wait for one another, so two leaves entered at once cannot make a
 * circle. @throws Failure 409 substitute-refused, 422 for people who are not here
 */
export async function enterAbsence(scope: Scope<Actor>, context: Context, asked: AbsenceToEnter): Promise<EnteredAbsence> {
  await changeDirectory(scope);
  const people = new Map((await scope.rows<{ id: string; name: string }>({ sql: PEOPLE, parameters: [scope.tenant, asked.person] })).map((each) => [each.id, each.name]));
  const substitutes = [...new Set([asked.substitute, ...asked.matters.map((each) => each.substitute)])];
  const strangers = [asked.person, ...substitutes].filter((person) => !people.has(person));
  if (strangers.length) throw wrong([{ path: ['body', 'substitute'], message: { zh: '没有这位同事，或已经离职，请另选一位。', en: 'There is no such colleague, or he has left. Please choose another.' } }]);
  const entered: EnteredAbsence = { ...asked, id: uuidv7(), enteredBy: scope.actor.person };
  const refused = wrongLeave(leaveOf(entered), (await absencesOf(scope)).map(leaveOf), (person) => people.get(person) ?? '—');
  if (refused) throw conflict('substitute-refused', refused);
  await scope.run({
    text: 'insert into absence (tenant_id, id, person_id, from_at, until_at, substitute_id, entered_by, entered_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    values: [scope.tenant, entered.id, entered.person, new Date(entered.from), entered.until === null ? null : new Date(entered.until), entered.substitute, entered.enteredBy, new Date(context.clock.now())],
  });
  if (entered.matters.length) {
    await scope.run({
      text: 'insert into absence_matter (tenant_id, absence_id, matter_id, substitute_id) select $1, $2, m, s from unnest($3::uuid[], $4::uuid[]) as t(m, s)',
      values: [scope.tenant, entered.id, entered.matters.map((each) => each.matter), entered.matters.map((each) => each.substitute)],
    });
  }
  await context.identity.record(scope, entered.person, 'person', 'absence-entered', { absence: entered.id, from: entered.from, until: entered.until, substitute: entered.substitute, matters: entered.matters }, {});
  return entered;
}

/** Ends a leave at an instant, if it would still go on then; one that has not begun ends at its beginning. @throws Failure 404 */
export async function endAbsence(scope: Scope<Actor>, context: Context, id: string, at: number): Promise<EnteredAbsence> {
  await changeDirectory(scope);
  const known = (await absencesOf(scope)).find((each) => each.id === id);
  if (!known) throw missing();
  if (known.until !== null && known.until <= at) return known;
  const until = Math.max(at, known.from);
  await scope.run({ text: 'update absence set until_at = $3 where tenant_id = $1 and id = $2', values: [scope.tenant, id, new Date(until)] });
  await context.identity.record(scope, known.person, 'person', 'absence-ended', { absence: id, until }, {});
  return { ...known, until };
}

/** Puts one person in the place of another wherever he stands in for somebody from an instant on (he leaves). */
export async function passSubstitutions(scope: Scope<Actor>, leaver: string, to: string, at: number): Promise<void> {
  await changeDirectory(scope);
  const values = [scope.tenant, leaver, to, new Date(at)];
  await scope.run({ text: 'update absence set substitute_id = $3 where tenant_id = $1 and substitute_id = $2 and (until_at is null or until_at > $4)', values });
  await scope.run({
    text: `update absence_matter set substitute_id = $3 where tenant_id = $1 and substitute_id = $2
      and absence_id in (select id from absence where tenant_id = $1 and (until_at is null or until_at > $4))`, values,
  });
}
