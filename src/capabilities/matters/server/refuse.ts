import type { Issue, Refusal } from '#engine';
import { OutsideCalendar } from '#engine/calendar/index.ts';
import { uuidv7, withScope, type Database } from '#platform/db/index.ts';
import { Failure, refused, type Actor } from '#platform/operations/index.ts';
import { beyondCalendar } from './beyond-calendar.ts';
import { refusalJson, wrongFacts } from './present/refusal.ts';
import type { RunnablePolicy } from '#capabilities/policies/index.ts';
import type { World } from '#engine';

const INSERT = 'insert into refusal (tenant_id, id, matter_id, kind, person_id, act, clause, refusals, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)';

/** An act that was refused, carried out of its transaction so that nothing of it stays but the register's row. */
export class Refusing extends Error {
  constructor(readonly world: World, readonly runnable: RunnablePolicy, readonly kind: string, readonly matter: string | null, readonly act: string, readonly refused: readonly Refusal[], readonly wrong: readonly Issue[]) {
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
  const refusals = error.refused.map((refusal) => refusalJson(error.world, error.runnable.document, error.kind, refusal, actor.language));
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
    values: [scope.tenant, uuidv7(), error.matter, error.kind, actor.person, error.act, clauses, JSON.stringify(error.refused), new Date(error.world.now)],
  }));
}
