import type { Decided, Issue, Refusal } from '#engine';
import type { GatheredMatter } from './gather.ts';
import { OutsideCalendar } from '#engine/calendar/index.ts';
import { uuidv7, withScope, type Database, type Scope } from '#platform/db/index.ts';
import { Failure, refused, type Actor } from '#platform/operations/index.ts';
import { beyondCalendar } from './beyond-calendar.ts';
import { refusalJson, wrongFacts } from './present/refusal.ts';
import type { RunnablePolicy } from '#capabilities/policies/index.ts';
import type { World } from '#engine';
import type { Names } from './present/obligation.ts';

const INSERT = 'insert into refusal (tenant_id, id, matter_id, kind, person_id, act, clause, refusals, at, recorded) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)';

/** An act that was refused, carried out of its transaction so that nothing of it stays but the register's row. */
export class Refusing extends Error {
  constructor(readonly world: World, readonly runnable: RunnablePolicy, readonly kind: string, readonly matter: string | null, readonly act: string, readonly refused: readonly Refusal[], readonly wrong: readonly Issue[], readonly names: Names = () => undefined, readonly stage = '') {
    super('refused');
  }
}

/**
 * Runs work and turns a refusal into its answer: 422 for what is wrong in itself; else a row in the refusal register (who,
 * act, clause, when) and 409, or 403 where the position may not do the act at all. A dry run leaves no row.
 * @param sent - the body of the request, to name in it what is too far away to be counted
 */
export async function refusing<T>(db: Database, actor: Actor, dry: boolean, sent: object, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof OutsideCalendar) throw beyondCalendar(error, sent);
    if (!(error instanceof Refusing)) throw error;
    if (error.wrong.length) throw wrongFacts(error.wrong, error.matter === null ? ['facts'] : ['fields']);
    if (!dry) await register(db, actor, error);
    throw answerTo(error, actor);
  }
}

function answerTo(error: Refusing, actor: Actor): Failure {
  const refusals = error.refused.map((refusal) => refusalJson(error.world, error.runnable.document, error.kind, refusal, actor.language, error.names, { id: error.matter ?? '', stage: error.stage }));
  if (error.refused.every((refusal) => refusal.kind === 'may')) {
    const first = error.refused[0];
    return new Failure(403, 'forbidden', first?.text ?? { zh: '您的岗位不能办理', en: 'Your position may not do this' }, { details: { refusals } });
  }
  return refused(refusals);
}

async function register(db: Database, actor: Actor, error: Refusing): Promise<void> {
  const clauses = [...new Set(error.refused.flatMap((refusal) => refusal.clause))];
  await withScope(db, actor, (scope) => scope.run({
    name: 'refusal-insert', text: INSERT,
    values: [scope.tenant, uuidv7(), error.matter, error.kind, actor.person, error.act, clauses, JSON.stringify(error.refused), new Date(error.world.now), false],
  }));
}

/** What was done though a rule forbids it stands in the register too, in the transaction that writes it down. */
export async function registerFact(scope: Scope<Actor>, { row, around }: GatheredMatter, { events, against = [] }: Decided): Promise<void> {
  const event = events.find((each) => each.type === 'recorded-against-rule');
  if (!event) return;
  const clauses = [...new Set(against.flatMap((refusal) => refusal.clause))];
  await scope.run({ name: 'refusal-insert', text: INSERT, values: [scope.tenant, uuidv7(), row.id, row.kind, scope.actor.person, String(event.body['done']), clauses, JSON.stringify(against), new Date(around.now), true] });
}
