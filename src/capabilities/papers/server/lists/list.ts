import type { z } from 'zod';
import type { Text } from '#engine/text.ts';
import type { Cell } from '#platform/documents/index.ts';
import { maskedPhone, maskedText } from '#platform/documents/index.ts';
import type { Actor, Context } from '#platform/operations/index.ts';

/** What may be told of customers only to those whose position sees it; to others it is masked by its kind. */
export type Personal = 'phone' | 'name' | 'address';

export interface ListColumn<R> {
  readonly title: Text;
  /** In characters. */
  readonly width: number;
  readonly personal?: Personal;
  value(row: R, actor: Actor): Cell;
}

/** A list that leaves as xlsx, as it is written down. */
export interface ListDeclaration<R, F extends z.ZodType> {
  readonly id: string;
  readonly title: Text;
  /** The same condition that the list's own page has. */
  may(actor: Actor): boolean;
  /** What it may be narrowed by; unknown names are refused. */
  readonly filter: F;
  readonly columns: readonly ListColumn<R>[];
  /** Names of the filter, in words; `values` its values, where they are codes. */
  readonly said: Readonly<Record<string, Text>>;
  /** Rows in the order of the list, page by page; each page is its own transaction. */
  pages(context: Context, actor: Actor, filter: z.output<F>): AsyncIterable<readonly R[]>;
}

/** A list with its rows turned into cells. */
export interface ExportList {
  readonly id: string;
  readonly title: Text;
  readonly filter: z.ZodType;
  readonly said: Readonly<Record<string, Text>>;
  readonly columns: readonly { readonly title: Text; readonly width: number; readonly personal?: Personal }[];
  may(actor: Actor): boolean;
  /** @param open - whether personal columns are given in full. */
  pages(context: Context, actor: Actor, filter: unknown, open: boolean): AsyncIterable<readonly (readonly Cell[])[]>;
}

const MASKS: Readonly<Record<Personal, (text: string) => string>> = { phone: maskedPhone, name: (text) => maskedText(text, 1), address: (text) => maskedText(text, 2) };

/** Declares a list of rows of one kind, `exportList<Row>()({ … })`; from here on nobody needs to know what its rows are. */
export const exportList = <R>() => <F extends z.ZodType>(declared: ListDeclaration<R, F>): ExportList => {
  const { id, title, filter, said, columns } = declared;
  const cellsOf = (row: R, actor: Actor, open: boolean): readonly Cell[] => columns.map((column) => {
    const cell = column.value(row, actor);
    return open || !column.personal || typeof cell !== 'string' ? cell : MASKS[column.personal](cell);
  });
  return {
    id, title, filter, said, columns, may: (actor) => declared.may(actor),
    async* pages(context, actor, asked, open) {
      for await (const page of declared.pages(context, actor, asked as z.output<F>)) yield page.map((row) => cellsOf(row, actor, open));
    },
  };
};

/** Follows the cursor of a list to its end. */
export async function* pagesOf<T>(read: (cursor: string | undefined) => Promise<{ readonly items: readonly T[]; readonly next: string | null }>): AsyncGenerator<readonly T[]> {
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    yield page.items;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}

/** Whoever works on matters. */
export const works = (actor: Actor): boolean => actor.rights.includes('work');
