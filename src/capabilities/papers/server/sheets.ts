import { formatInstant, type Language } from '#engine';
import type { Surroundings } from '#capabilities/matters/index.ts';
import { qrOf } from '#platform/documents/index.ts';
import type { Scope } from '#platform/db/index.ts';
import type { Actor, Context } from '#platform/operations/index.ts';
import type { PaperSize } from '../contract.ts';
import { withoutTrailingSlash } from '../rules/address.ts';
import { partsOf, type Foot, type Head, type Paper, type PaperValues } from '../rules/forms/form.ts';
import { momentOf, paperWords } from '../rules/words.ts';

const COMPANY = 'select name from tenant where id = $1';

/** The full name of the company, as it stands above every paper. */
export async function companyName(scope: Scope<Actor>): Promise<string> {
  return (await scope.run<{ name: string }>({ name: 'paper-company', text: COMPANY, values: [scope.tenant] })).rows[0]?.name ?? '';
}

export interface Sheet { readonly head: Omit<Head, 'part'>; readonly foot: Foot; readonly body: object }

/** The foot of a paper: whose it is, who printed it when, which print it is (`times`, empty for what is not counted), where its original is. */
export function footOf(context: Context, actor: Actor, around: Pick<Surroundings, 'now'>, sheet: { readonly number: string; readonly times: string; readonly path: string; readonly note?: string }): Foot {
  return {
    number: sheet.number, by: actor.name, at: momentOf(formatInstant(around.now, actor.zone)), times: sheet.times,
    note: sheet.note ?? '', qr: qrOf(`${withoutTrailingSlash(context.papers.address)}${sheet.path}`),
  };
}

export interface Layout { readonly paper: PaperSize; readonly copies: number; readonly offset: { readonly x: number; readonly y: number }; readonly preview: boolean }

/** Puts sheets together for the press: each as often as copies are wanted, with the name of the copy. */
export function valuesOf(sheets: readonly Sheet[], { paper, copies, offset, preview }: Layout, language: Language): PaperValues {
  const parts = partsOf(paper, copies, language);
  const papers = sheets.flatMap((sheet) => parts.map((part): Paper => ({ head: { ...sheet.head, part }, foot: sheet.foot, body: sheet.body })));
  return { language, paper, offset, preview, words: paperWords(language), papers };
}
