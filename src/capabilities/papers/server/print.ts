import { recordHappening } from '#capabilities/audit/index.ts';
import { uuidv7, type Scope } from '#platform/db/index.ts';
import { answeredBefore, insertAnswer, keyOf, once, type KeyedRequest } from '#platform/idempotency/index.ts';
import { Answered, type Actor, type Context, type FileAnswer, type Request } from '#platform/operations/index.ts';
import type { BatchBody, PaperSize } from '../contract.ts';
import { usualCopies } from '../rules/forms/form.ts';
import { layoutOf } from '../rules/forms/registry.ts';
import { againOnClash } from './clash.ts';
import { inTurn } from './turns.ts';
import { keepFile, openKept, PDF } from './kept-files.ts';
import { matterSheet, type MatterSheet } from './matter-sheet.ts';
import { valuesOf, type Layout } from './sheets.ts';

const STRAIGHT = { x: 0, y: 0 } as const;
const INSERT = "insert into paper_print (tenant_id, id, matter_id, form, nth, paper, copies, person_id, file_id, sha256, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, decode($10, 'hex'), $11)";

/** What is answered and kept of a print: where its file is. */
interface Printed { readonly file: string }
export interface Asked extends Omit<BatchBody, 'matters'> { readonly matters: readonly string[]; readonly path: string }

/**
 * Prints a form of one or several matters as one PDF, and counts it: for each matter a row with its number (第 n 次打印) and the hash of what was
 * printed, and one event in the history of whoever printed. Set before anything is written, each print of a form of a matter in its turn; only one of
 * another process meanwhile makes it be set again.
 * @throws missing when one of the matters may not be seen or has no such form, 422 for a wrong paper, 503 while the press is too busy.
 */
export async function print(context: Context, actor: Actor, request: Request, { path, ...asked }: Asked): Promise<FileAnswer> {
  const keyed = keyOf(actor, request, 'POST', path, asked);
  const before = await answeredBefore<Printed>(context.db, actor, keyed);
  if (before) return openKept(context, actor, before.answer.file);
  const layout: Layout = { paper: asked.paper, copies: asked.copies ?? usualCopies(asked.paper), offset: asked.offset ?? STRAIGHT, preview: false };
  const printed = await inTurn([actor.person, ...asked.matters.map((matter) => `${actor.tenant} ${matter} ${asked.form}`)], () => againOnClash(async () => {
    const sheets = await sheetsOf(context, actor, asked.matters, asked.form, asked.paper, true);
    const pdf = await set(context, sheets, layout, actor);
    return once(context.db, actor, keyed, (scope) => count(context, scope, sheets, layout, pdf, keyed));
  }));
  return openKept(context, actor, (printed instanceof Answered ? printed.answer : printed).file);
}

/** The same sheet without counting it: 预览 lies across it. */
export async function preview(context: Context, actor: Actor, matter: string, form: string, paper: PaperSize): Promise<FileAnswer> {
  const sheet = await matterSheet(context, actor, matter, form, paper, false);
  const content = await set(context, [sheet], { paper, copies: 1, offset: STRAIGHT, preview: true }, actor);
  return { name: nameOf([sheet]), mediaType: PDF, content, inline: true };
}

async function sheetsOf(context: Context, actor: Actor, matters: readonly string[], form: string, paper: PaperSize, counted: boolean): Promise<readonly MatterSheet[]> {
  const sheets: MatterSheet[] = [];
  // One after the other: fifty at once would take every session of the database.
  for (const matter of new Set(matters)) sheets.push(await matterSheet(context, actor, matter, form, paper, counted));
  return sheets;
}

async function set(context: Context, sheets: readonly MatterSheet[], layout: Layout, actor: Actor): Promise<Uint8Array> {
  const form = sheets[0]?.form;
  if (!form) return new Uint8Array();
  return (await context.papers.press.print(layoutOf(form.layout), { ...valuesOf(sheets, layout, actor.language) }, context.clock.now())).pdf;
}

/** The number of each print was read before setting: if somebody else took it, its row cannot be written and all is done again. */
async function count(context: Context, scope: Scope<Actor>, sheets: readonly MatterSheet[], { paper, copies }: Layout, pdf: Uint8Array, keyed: KeyedRequest | null): Promise<Printed> {
  const now = context.clock.now();
  const file = await keepFile(context, scope, scope.actor.person, { name: nameOf(sheets), mediaType: PDF, bytes: pdf }, now);
  const prints = sheets.map((sheet) => ({ matter: sheet.matter, number: sheet.number, nth: sheet.printed + 1 }));
  const [at = now] = sheets.map((sheet) => sheet.at);
  const form = sheets[0]?.form.id ?? '';
  await recordHappening(scope, { stream: scope.actor.person, of: 'person', type: 'printed', actor: scope.actor.person, at: now, body: { form, paper, copies, prints, sha256: file.sha256 } });
  const answer: Printed = { file: file.id };
  await scope.runAll([
    ...prints.map(({ matter, nth }) => ({ name: 'paper-print', text: INSERT, values: [scope.tenant, uuidv7(), matter, form, nth, paper, copies, scope.actor.person, file.id, file.sha256, new Date(at)] })),
    ...(keyed ? [insertAnswer(scope.tenant, keyed, { status: 200, answer }, now)] : []),
  ]);
  return answer;
}

/** `TS-20260302-0007 投诉处理记录表.pdf`; several are named by their number. */
function nameOf(sheets: readonly MatterSheet[]): string {
  const [first] = sheets;
  return `${first?.number ?? ''}${sheets.length > 1 ? ` +${sheets.length - 1}` : ''} ${first?.title ?? ''}.pdf`;
}
