import type { Language } from '#engine/text.ts';
import type { PaperSize } from '../../contract.ts';

/** What the head of a sheet says. `part` names the copy (客服联), or is empty. */
export interface Head { readonly company: string; readonly title: string; readonly number: string; readonly edition: string; readonly part: string }

/** What the foot of a sheet says: `times` is “第 2 次打印”, `qr` a drawing (SVG). */
export interface Foot { readonly number: string; readonly by: string; readonly at: string; readonly times: string; readonly note: string; readonly qr: string }

/** A box to fill in: words, or things to tick. A wide one takes the whole line. */
export interface Field { readonly title: string; readonly value: string; readonly wide: boolean; readonly choices?: readonly { readonly title: string; readonly chosen: boolean }[] }

/** One sheet (or several, when it is long) with its own head, foot and page numbers. `body` is what its layout reads. */
export interface Paper<B = object> { readonly head: Head; readonly foot: Foot; readonly body: B }

/** Everything a layout is given. */
export interface PaperValues {
  readonly language: Language;
  readonly paper: PaperSize;
  readonly offset: { readonly x: number; readonly y: number };
  readonly preview: boolean;
  readonly words: Readonly<Record<string, string>>;
  readonly papers: readonly Paper[];
}

/** A form of ours: the folder of its name holds its layout and how it is filled. */
export interface Form<I, B> {
  readonly id: string;
  /** Stands in the head as 表单编号; a form that a policy names carries its clause instead. */
  readonly number: string;
  readonly papers: readonly PaperSize[];
  /** What stands on the sheet, in the reader's language. */
  fillIn(input: I, language: Language, paper: PaperSize): B;
}

const PARTS = [{ zh: '客服联', en: 'Service desk’s copy' }, { zh: '责任部门联', en: 'Responsible unit’s copy' }, { zh: '客户联', en: 'Customer’s copy' }] as const;
/** Printed once, it comes out on every part of the carbon set. */
const WHOLE_SET = { zh: '一式三联：客服 · 责任部门 · 客户', en: 'Service desk · unit · customer' } as const;

/**
 * The names of the copies of one sheet. On three-part paper three copies carry the three names; a single one goes through the carbon
 * and stands for the whole set. On A4 copies are alike.
 */
export function partsOf(paper: PaperSize, copies: number, language: Language): readonly string[] {
  if (paper !== 'three-part') return Array.from({ length: copies }, () => '');
  if (copies === 1) return [WHOLE_SET[language]];
  return Array.from({ length: copies }, (_, at) => PARTS[at % PARTS.length]?.[language] ?? '');
}

