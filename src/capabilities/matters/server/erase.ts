import { eraseWordsNamed } from '#capabilities/audit/index.ts';
import type { Scope } from '#platform/db/index.ts';
import { conflict, type Actor } from '#platform/operations/index.ts';
import { placeBefore, subjectOf } from '../rules/subject.ts';

const OPEN = `select m.number from matter m where m.tenant_id = $1 and m.customer_id = $2 and not m.ended
  and exists (select 1 from obligation o where o.tenant_id = m.tenant_id and o.matter_id = m.id and o.status in ('open', 'paused')) order by m.received_at limit 5`;
const HOLD = 'select id from matter where tenant_id = $1 and customer_id = $2 order by id for update';
const WORDS = 'select id, subject, content from matter where tenant_id = $1 and customer_id = $2';
/** The search reads them in again. */
const ERASE = `update matter m set customer_name = '', subject = x.subject, sought = null from unnest($3::uuid[], $4::text[]) as x(id, subject)
  where m.tenant_id = $1 and m.customer_id = $2 and m.id = x.id`;

/**
 * Holds all matters of a customer who is held himself, in the order of their ids. Whoever acts in one of them may open another below it
 * while we wait: so we look until there are no more.
 */
async function holdMatters(scope: Scope<Actor>, customer: string): Promise<void> {
  let known = -1;
  for (;;) {
    const { count } = await scope.run({ name: 'matters-hold', text: HOLD, values: [scope.tenant, customer] });
    if (count === known) return;
    known = count;
  }
}

/** What a correction writes of whose a matter is and where: names and doors, as words. */
const CORRECTED = ['customer', 'was.customer', 'where', 'was.where'];

/** Takes a customer's name off his matters, and his place out of their subjects and out of what was corrected. @returns their ids @throws Failure 409 naming matters in which something is still owed to him */
export async function eraseFromMatters(scope: Scope<Actor>, customer: string): Promise<readonly string[]> {
  await holdMatters(scope, customer);
  const open = (await scope.run<{ number: string }>({ text: OPEN, values: [scope.tenant, customer] })).rows.map(({ number }) => number);
  if (open.length > 0) {
    throw conflict('still-owed', { zh: `这位客户还有没办完的事项（${open.join('、')}），办结后才能删除资料。`, en: `Something is still owed to this customer (${open.join(', ')}). Please finish it first.` }, { matters: open });
  }
  const { rows } = await scope.run<{ id: string; subject: string; content: string }>({ text: WORDS, values: [scope.tenant, customer] });
  const ids = rows.map(({ id }) => id);
  const subjects = rows.map(({ subject, content }) => (placeBefore(subject, content) === '' ? subject : subjectOf(undefined, '', '', content)));
  await scope.run({ text: ERASE, values: [scope.tenant, customer, ids, subjects] });
  await eraseWordsNamed(scope, ids, CORRECTED);
  return ids;
}

const RENAME = 'update matter set customer_name = $3 where tenant_id = $1 and customer_id = $2 and customer_name <> $3';

/** His matters call a customer by his name. */
export async function renameInMatters(scope: Scope<Actor>, customer: string, name: string): Promise<void> {
  await holdMatters(scope, customer);
  await scope.run({ name: 'matter-rename', text: RENAME, values: [scope.tenant, customer, name] });
}

const MOVE = 'update matter set customer_id = $3, customer_name = $4 where tenant_id = $1 and customer_id = $2 and ($5::uuid[] is null or id = any($5)) returning id';

/** Moves matters to the file another customer's became part of, or back. What was said in them stays as it was said. @returns those that moved */
export async function moveMatters(scope: Scope<Actor>, from: string, to: { readonly id: string; readonly name: string }, only: readonly string[] | null): Promise<readonly string[]> {
  await holdMatters(scope, from);
  return (await scope.run<{ id: string }>({ name: 'matter-move', text: MOVE, values: [scope.tenant, from, to.id, to.name, only] })).rows.map(({ id }) => id).toSorted();
}
