import { formatInstant } from '#engine';
import { gatherTenant } from '#capabilities/matters/index.ts';
import type { Language } from '#engine/text.ts';
import { uuidv7, withReadScope, type Scope } from '#platform/db/index.ts';
import { answeredBefore, insertAnswer, keyOf, once } from '#platform/idempotency/index.ts';
import { Answered, answered, forbidden, issuesOf, missing, wrong, type Actor, type Context, type Request } from '#platform/operations/index.ts';
import type { ExportBody, ExportJson } from '../contract.ts';
import { againOnClash } from './clash.ts';
import { AT_ONCE, prepareExport, recordExport, writeList, type Exporting } from './exporting.ts';
import { keepFile, XLSX } from './kept-files.ts';
import type { ExportList } from './lists/list.ts';

const INSERT = `insert into export_job (tenant_id, id, person_id, list, filter, language, state, rows, file_id, at, ended_at, next_at, open) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;
const BASE = `select e.id, e.list, e.state, e.rows, e.at, e.ended_at, e.open, f.next_at as until from export_job e
  left join kept_file f on f.tenant_id = e.tenant_id and f.id = e.file_id and f.next_at > $3 where e.tenant_id = $1 and e.person_id = $2`;
const MINE = `${BASE} order by e.at desc, e.id desc limit 50`;
const ONE = `${BASE} and e.id = $4`;
/** A second press is the same wish: $6 since when one that is done still counts, $7 and $8 what would be another file. */
const SAME = `${BASE} and e.list = $4 and e.filter = $5::jsonb and e.language = $8
  and (e.state in ('waiting', 'running') or (e.state = 'done' and e.ended_at > $6 and e.open = $7 and f.id is not null)) order by e.at desc limit 1`;
const LATELY = 60_000;
/** Of several asked for at the same moment the first is kept, and the others wait to hear of it. */
const IN_TURN = "select pg_advisory_xact_lock(hashtextextended('export ' || $1::uuid || $2::uuid || $3 || $4, 0))";
const FILE = 'select file_id from export_job where tenant_id = $1 and person_id = $2 and id = $3';

interface JobRow { readonly id: string; readonly list: string; readonly state: ExportJson['state']; readonly rows: number; readonly at: number; readonly ended_at: number | null; readonly open: boolean | null; readonly until: number | null }

/**
 * Takes a list out as xlsx (`POST /api/exports`): up to 5,000 rows at once, more in the background. In a dry run only counted. The same list, asked
 * for again while it is being made or less than a minute after, is that one.
 * @throws missing for a list that is none, 403 for one whose page one may not open, 422 for a filter the list does not have.
 */
export async function askExport(context: Context, actor: Actor, request: Request, body: ExportBody): Promise<ExportJson | Answered<ExportJson>> {
  const { list, filter } = readAsked(context, actor, body);
  const exporting = await prepareExport(context, actor, list, filter);
  if (request.dry) return answered(await counted(context, exporting), { status: 200 });
  const keyed = keyOf(actor, request, 'POST', '/api/exports', body);
  const before = await answeredBefore<ExportJson>(context.db, actor, keyed);
  if (before) return before;
  const wish = JSON.stringify(filter);
  const same = (scope: Scope<Actor>) => firstShown(context, scope, SAME, [list.id, wish, new Date(context.clock.now() - LATELY), exporting.open, actor.language]);
  // Under a key the answer is kept, too: that needs the transaction below.
  const asked = keyed ? null : await withReadScope(context.db, actor, same);
  if (asked) return asked;
  const written = await writeList(context, exporting, (rows) => rows <= AT_ONCE);
  const answer = await againOnClash(() => once(context.db, actor, keyed, async (scope) => {
    await scope.run({ name: 'export-in-turn', text: IN_TURN, values: [scope.tenant, actor.person, list.id, wish] });
    const meanwhile = await same(scope);
    if (meanwhile) {
      if (keyed) await scope.runAll([insertAnswer(scope.tenant, keyed, { status: 201, answer: meanwhile }, context.clock.now())]);
      return meanwhile;
    }
    const now = context.clock.now();
    const file = written && await keepFile(context, scope, actor.person, { name: exporting.fileName, mediaType: XLSX, bytes: written.bytes }, now);
    if (written && file) await recordExport(scope, exporting, written.rows, file, now);
    const job: JobRow = { id: uuidv7(), list: list.id, state: written ? 'done' : 'waiting', rows: written?.rows ?? 0, at: now, ended_at: written ? now : null, open: written ? exporting.open : null, until: file?.until ?? null };
    const made = jobJson(job, list, { ...actor, ahead: await aheadOf(scope, now) });
    await scope.runAll([
      { name: 'export-new', text: INSERT, values: [scope.tenant, job.id, actor.person, list.id, JSON.stringify(filter), actor.language, job.state, job.rows, file?.id ?? null, new Date(now), written ? new Date(now) : null, written ? null : new Date(now), job.open] },
      ...(keyed ? [insertAnswer(scope.tenant, keyed, { status: 201, answer: made }, now)] : []),
    ]);
    if (!written) scope.onCommit(() => context.papers.wakeExports());
    return made;
  }));
  return answer;
}

function readAsked(context: Context, actor: Actor, { list: named, filter = {} }: ExportBody): { readonly list: ExportList; readonly filter: Readonly<Record<string, unknown>> } {
  const list = context.papers.lists.get(named);
  if (!list) throw missing();
  if (!list.may(actor)) throw forbidden();
  const read = list.filter.safeParse(filter, { reportInput: true });
  if (!read.success) throw wrong(issuesOf(read.error.issues, ['body', 'filter']));
  return { list, filter: read.data as Readonly<Record<string, unknown>> };
}

/** How many rows there would be; more than are made at once are not counted any further. */
async function counted(context: Context, { actor, list, filter, open }: Exporting): Promise<ExportJson> {
  let rows = 0;
  for await (const page of list.pages(context, actor, filter, open)) {
    rows += page.length;
    if (rows > AT_ONCE) break;
  }
  return { id: null, list: list.id, title: list.title[actor.language], state: 'waiting', rows: Math.min(rows, AT_ONCE), background: rows > AT_ONCE, at: formatInstant(context.clock.now(), actor.zone), endedAt: null, until: null, personal: open };
}

/** In which language, by whose clock. */
interface Reader { readonly language: Language; readonly zone: string; readonly ahead: number }

function jobJson(row: JobRow, list: ExportList | undefined, { language, zone, ahead }: Reader): ExportJson {
  const iso = (at: number | null): string | null => (at === null ? null : formatInstant(at + ahead, zone));
  return {
    id: row.id, list: row.list, title: list?.title[language] ?? row.list, state: row.state, rows: row.rows, background: row.state === 'waiting' || row.state === 'running',
    at: formatInstant(row.at + ahead, zone), endedAt: iso(row.ended_at), until: iso(row.until), personal: row.open === true && hasPersonal(list),
  };
}

/** One's own exports, newest first (`GET /api/exports`). */
export function listExports(context: Context, actor: Actor): Promise<readonly ExportJson[]> {
  return withReadScope(context.db, actor, async (scope) => {
    const ahead = await aheadOf(scope, context.clock.now());
    return (await rowsOf(context, scope, MINE, [])).map((row) => shown(context, actor, row, ahead));
  });
}

/** How far one of one's own exports is (`GET /api/exports/{id}`). @throws missing for everybody else's. */
export async function readExport(context: Context, actor: Actor, id: string): Promise<ExportJson> {
  const found = await withReadScope(context.db, actor, (scope) => firstShown(context, scope, ONE, [id]));
  if (!found) throw missing();
  return found;
}

/** The file of one's own export. @throws missing before it is made, after its day, and for everybody else's. */
export async function fileOfExport(context: Context, actor: Actor, id: string): Promise<string> {
  const row = await withReadScope(context.db, actor, async (scope) => (await scope.run<{ file_id: string | null }>({ name: 'export-file', text: FILE, values: [scope.tenant, actor.person, id] })).rows[0]);
  if (!row?.file_id) throw missing();
  return row.file_id;
}

async function rowsOf(context: Context, scope: Scope<Actor>, text: string, more: readonly unknown[]): Promise<readonly JobRow[]> {
  return (await scope.run<JobRow>({ name: text === ONE ? 'export-one' : text === SAME ? 'export-under-way' : 'export-mine', text, values: [scope.tenant, scope.actor.person, new Date(context.clock.now()), ...more] })).rows;
}

/** Files are kept by the machine's clock and told by the company's: how far that is ahead, in milliseconds (0 but in a demonstration). */
async function aheadOf(scope: Scope<Actor>, now: number): Promise<number> {
  return (await gatherTenant(scope, now)).now - now;
}

async function firstShown(context: Context, scope: Scope<Actor>, text: string, more: readonly unknown[]): Promise<ExportJson | null> {
  const [row] = await rowsOf(context, scope, text, more);
  return row ? shown(context, scope.actor, row, await aheadOf(scope, context.clock.now())) : null;
}

const hasPersonal = (list: ExportList | undefined): boolean => list?.columns.some((column) => column.personal !== undefined) ?? false;
const shown = (context: Context, actor: Actor, row: JobRow, ahead: number): ExportJson => jobJson(row, context.papers.lists.get(row.list), { ...actor, ahead });

