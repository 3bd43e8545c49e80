import { recordHappening } from '#capabilities/audit/index.ts';
import { uuidv7, type Scope } from '#platform/db/index.ts';
import { answeredBefore, insertAnswer, keyOf, once, type KeyedRequest } from '#platform/idempotency/index.ts';
import { Answered, Failure, missing, type Actor, type Context, type FileAnswer, type Request } from '#platform/operations/index.ts';
import type { BatchAnswer, BatchBody, PaperSize } from '../contract.ts';
import { layoutOf } from '../rules/forms/registry.ts';
import { againOnClash } from './clash.ts';
import { inTurn } from './turns.ts';
import { keepFile, openKept, PDF } from './kept-files.ts';
import { matterSheet, type MatterSheet } from './matter-sheet.ts';
import { valuesOf, type Layout } from './sheets.ts';

const STRAIGHT = { x: 0, y: 0 } as const;
const INSERT = "insert into paper_print (tenant_id, id, matter_id, form, nth, paper, copies, person_id, file_id, sha256, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, decode($10, 'hex'), $11)";

type Asked = Omit<BatchBody, 'matters'> & { readonly matters: readonly string[]; readonly path: string };
/** How each matter fared. */
type Tried = { readonly matter: string; readonly sheet: MatterSheet } | { readonly matter: string; readonly failure: Failure };

/**
 * Prints a form of a matter and counts it. @returns the PDF.
 * @throws missing when the matter may not be seen or has no such form, 422 for a wrong paper, 503 while the press is too busy.
 */
export async function print(context: Context, actor: Actor, request: Request, asked: Asked): Promise<FileAnswer> {
  const { file } = await printed(context, actor, request, asked, (tried) => {
    for (const each of tried) if ('failure' in each) throw each.failure;
  });
  if (file === null) throw missing();
  return openKept(context, actor, file);
}

/** Prints several as one PDF; what cannot be printed says why and stops none of the others. @throws 503 while the press is too busy. */
export const printBatch = (context: Context, actor: Actor, request: Request, asked: Asked): Promise<BatchAnswer> => printed(context, actor, request, asked, () => {});

/**
 * For each matter a row with its number (第 n 次打印) and the hash of what was printed, and one event in the history of whoever printed. Set before
 * anything is written, each print of a form of a matter in its turn; only one of another process meanwhile makes it be set again.
 */
async function printed(context: Context, actor: Actor, request: Request, { path, ...asked }: Asked, look: (tried: readonly Tried[]) => void): Promise<BatchAnswer> {
  const keyed = keyOf(actor, request, 'POST', path, asked);
  const before = await answeredBefore<BatchAnswer>(context.db, actor, keyed);
  if (before) return before.answer;
  const layout: Layout = { paper: asked.paper, copies: asked.copies ?? 1, offset: asked.offset ?? STRAIGHT, preview: false };
  const answer = await inTurn([actor.person, ...asked.matters.map((matter) => `${actor.tenant} ${matter} ${asked.form ?? ''}`)], () => againOnClash(async () => {
    const tried = await triedOf(context, actor, asked.matters, asked.form ?? null, asked.paper);
    look(tried);
    const sheets = tried.flatMap((each) => ('sheet' in each ? [each.sheet] : []));
    if (sheets.length === 0) return told(null, tried, actor);
    const pdf = await set(context, sheets, layout, actor);
    return once(context.db, actor, keyed, (scope) => count(context, scope, sheets, layout, pdf, keyed, (file) => told(file, tried, actor)));
  }));
  return answer instanceof Answered ? answer.answer : answer;
}

async function triedOf(context: Context, actor: Actor, matters: readonly string[], form: string | null, paper: PaperSize): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  // One after the other: fifty at once would take every session of the database.
  for (const matter of new Set(matters)) {
    tried.push(await matterSheet(context, actor, matter, form, paper, true).then((sheet) => ({ matter, sheet }), (failure: unknown) => {
      if (failure instanceof Failure) return { matter, failure };
      throw failure;
    }));
  }
  return tried;
}

function told(file: string | null, tried: readonly Tried[], { language }: Actor): BatchAnswer {
  const items = tried.map((each) => ('sheet' in each ? { matter: each.matter, number: each.sheet.number, title: each.sheet.title, problem: null } : { matter: each.matter, number: '', title: '', problem: each.failure.text[language] }));
  return { file, items, next: null };
}

/** The same sheet without counting it: 预览 lies across it. */
export async function preview(context: Context, actor: Actor, matter: string, form: string, paper: PaperSize): Promise<FileAnswer> {
  const sheet = await matterSheet(context, actor, matter, form, paper, false);
  const content = await set(context, [sheet], { paper, copies: 1, offset: STRAIGHT, preview: true }, actor);
  return { name: nameOf([sheet]), mediaType: PDF, content, inline: true };
}

async function set(context: Context, sheets: readonly MatterSheet[], layout: Layout, actor: Actor): Promise<Uint8Array> {
  const form = sheets[0]?.form;
  if (!form) return new Uint8Array();
  return (await context.papers.press.print(layoutOf(form.layout), { ...valuesOf(sheets, layout, actor.language) }, context.clock.now())).pdf;
}

/** The number of each print was read before setting: if somebody else took it, its row cannot be written and all is done again. */
async function count(context: Context, scope: Scope<Actor>, sheets: readonly MatterSheet[], { paper, copies }: Layout, pdf: Uint8Array, keyed: KeyedRequest | null, told: (file: string) => BatchAnswer): Promise<BatchAnswer> {
  const now = context.clock.now();
  const file = await keepFile(context, scope, scope.actor.person, { name: nameOf(sheets), mediaType: PDF, bytes: pdf }, now);
  const prints = sheets.map((sheet) => ({ matter: sheet.matter, number: sheet.number, form: sheet.form.id, nth: sheet.printed + 1 }));
  const [at = now] = sheets.map((sheet) => sheet.at);
  await recordHappening(scope, { stream: scope.actor.person, of: 'person', type: 'printed', actor: scope.actor.person, at: now, body: { paper, copies, prints, sha256: file.sha256 } });
  const answer = told(file.id);
  await scope.runAll([
    ...prints.map(({ matter, form, nth }) => ({ name: 'paper-print', text: INSERT, values: [scope.tenant, uuidv7(), matter, form, nth, paper, copies, scope.actor.person, file.id, file.sha256, new Date(at)] })),
    ...(keyed ? [insertAnswer(scope.tenant, keyed, { status: 200, answer }, now)] : []),
  ]);
  return answer;
}

/** `TS-20260302-0007 投诉处理记录表.pdf`; several are named by their number. */
function nameOf(sheets: readonly MatterSheet[]): string {
  const [first] = sheets;
  return `${first?.number ?? ''}${sheets.length > 1 ? ` +${sheets.length - 1}` : ''} ${first?.title ?? ''}.pdf`;
}
