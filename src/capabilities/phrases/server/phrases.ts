import { recordHappening } from '#capabilities/audit/index.ts';
import { uuidv7, type Scope } from '#platform/db/index.ts';
import { conflict, forbidden, missing, type Actor } from '#platform/operations/index.ts';
import type { PhraseBody, PhraseJson, PhrasesAnswer } from '../contract.ts';
import { mayChange, mayKeepForTeam, reads } from '../rules/keeping.ts';
import { initialsOf } from './initials.ts';

/** More than this nobody finds anything in. */
const MOST = 300;

const LIST = `select id, person_id, unit_code, title, text, initials from phrase where tenant_id = $1 and (person_id = $2 or unit_code = $3) order by title, id limit ${2 * MOST}`;
const ONE = 'select id, person_id, unit_code, title, text, initials from phrase where tenant_id = $1 and id = $2 for update';
const COUNT = 'select count(*) as count from phrase where tenant_id = $1 and (person_id = $2 or unit_code = $3)';
const INSERT = 'insert into phrase (tenant_id, id, person_id, unit_code, title, text, initials) values ($1, $2, $3, $4, $5, $6, $7)';
const UPDATE = 'update phrase set title = $3, text = $4, initials = $5 where tenant_id = $1 and id = $2';
const DELETE = 'delete from phrase where tenant_id = $1 and id = $2';

interface Row { readonly id: string; readonly person_id: string | null; readonly unit_code: string | null; readonly title: string; readonly text: string; readonly initials: string }

/** One's own phrases and those of one's unit, by title. */
export async function phrasesOf(scope: Scope<Actor>): Promise<PhrasesAnswer> {
  const { rows } = await scope.run<Row>({ name: 'phrase-list', text: LIST, values: [scope.tenant, scope.actor.person, scope.actor.unit] });
  return { items: rows.map((row) => phraseJson(row, scope.actor)), next: null, mayKeepForTeam: mayKeepForTeam(scope.actor) };
}

/** Keeps a new phrase. @throws Failure 403 for a unit's without the right, 409 when there are too many */
export async function keepPhrase(scope: Scope<Actor>, body: PhraseBody, at: number): Promise<PhraseJson> {
  const { actor } = scope;
  if (body.of === 'team' && !mayKeepForTeam(actor)) throw forbidden();
  const row: Row = { id: uuidv7(), person_id: body.of === 'me' ? actor.person : null, unit_code: body.of === 'team' ? actor.unit : null, title: body.title.trim(), text: body.text, initials: initialsOf(body.title) };
  const kept = (await scope.run<{ count: number }>({ name: 'phrase-count', text: COUNT, values: [scope.tenant, row.person_id, row.unit_code] })).rows[0]?.count ?? 0;
  if (Number(kept) >= MOST) throw conflict('too-many-phrases', { zh: `常用语已有 ${MOST} 条，请先删去用不着的，再添加。`, en: `There are ${MOST} phrases already. Please remove some that are not needed first.` });
  await scope.run({ name: 'phrase-insert', text: INSERT, values: [scope.tenant, row.id, row.person_id, row.unit_code, row.title, row.text, row.initials] });
  await record(scope, 'phrase-kept', row, at);
  return phraseJson(row, actor);
}

/** Changes the words of one. @throws Failure 404 for one he does not see, 403 for one he may not change */
export async function changePhrase(scope: Scope<Actor>, id: string, words: Pick<PhraseBody, 'title' | 'text'>, at: number): Promise<PhraseJson> {
  const row: Row = { ...(await changeable(scope, id)), title: words.title.trim(), text: words.text, initials: initialsOf(words.title) };
  await scope.run({ name: 'phrase-update', text: UPDATE, values: [scope.tenant, id, row.title, row.text, row.initials] });
  await record(scope, 'phrase-changed', row, at);
  return phraseJson(row, scope.actor);
}

/** Removes one. @throws as `changePhrase` */
export async function removePhrase(scope: Scope<Actor>, id: string, at: number): Promise<void> {
  const row = await changeable(scope, id);
  await scope.run({ name: 'phrase-delete', text: DELETE, values: [scope.tenant, id] });
  await record(scope, 'phrase-removed', row, at);
}

async function changeable(scope: Scope<Actor>, id: string): Promise<Row> {
  const row = (await scope.run<Row>({ name: 'phrase-one', text: ONE, values: [scope.tenant, id] })).rows[0];
  if (!row || !reads(scope.actor, keptBy(row))) throw missing();
  if (!mayChange(scope.actor, keptBy(row))) throw forbidden();
  return row;
}

const keptBy = (row: Row): { readonly person: string | null; readonly unit: string | null } => ({ person: row.person_id, unit: row.unit_code });

function phraseJson(row: Row, actor: Actor): PhraseJson {
  return { id: row.id, title: row.title, text: row.text, initials: row.initials, of: row.person_id === null ? 'team' : 'me', mayChange: mayChange(actor, keptBy(row)) };
}

/** In the stream of who did it: a phrase has no history of its own that anybody would read. */
function record(scope: Scope<Actor>, type: string, row: Row, at: number): Promise<void> {
  return recordHappening(scope, { stream: scope.actor.person, of: 'person', type, actor: scope.actor.person, at, body: { phrase: row.id, of: row.person_id === null ? 'team' : 'me' }, words: { title: row.title, text: row.text } });
}
