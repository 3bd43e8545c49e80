import { z } from 'zod';
import { channels, instantText, uuid } from '../matters/contract.ts';

/** What travels over HTTP about papers and exports. */

/** `a4-wide` is A4 lying; `three-part` is continuous paper of 241 × 140 mm for dot-matrix printers. */
export const paperSize = z.enum(['a4', 'a4-wide', 'three-part']);
export type PaperSize = z.infer<typeof paperSize>;

/** Moves everything on the sheet, in millimetres to the right and down: printers differ. */
export const offset = z.strictObject({ x: z.number().min(-10).max(10), y: z.number().min(-10).max(10) });

const copies = z.number().int().min(1).max(6);
export const printBody = z.strictObject({ paper: paperSize, copies: copies.optional(), offset: offset.optional() });
export type PrintBody = z.infer<typeof printBody>;
export const previewQuery = z.strictObject({ paper: paperSize.optional() });
/** Without `form` each matter comes on the first of its own forms. */
export const batchBody = z.strictObject({ form: z.string().min(1).max(80).optional(), paper: paperSize, matters: z.array(uuid).min(1).max(50), copies: copies.optional(), offset: offset.optional() });
export type BatchBody = z.infer<typeof batchBody>;
/** What became of each of several: one that cannot be printed stops none of the others, and says why. `number` is empty where the reader may not know it. */
export const batchAnswer = z.object({
  /** The file with all that could be printed; null where nothing could. */
  file: uuid.nullable(),
  items: z.array(z.object({ matter: uuid, number: z.string(), title: z.string(), problem: z.string().nullable() })), next: z.null(),
});
export type BatchAnswer = z.infer<typeof batchAnswer>;
export const registerBody = z.strictObject({ from: instantText, to: instantText, unit: z.string().max(80).optional(), paper: z.enum(['a4-wide', 'three-part']).optional(), offset: offset.optional() });
export type RegisterBody = z.infer<typeof registerBody>;

export const printable = z.object({
  form: z.string(), title: z.string(), papers: z.array(paperSize), copies: z.number().int(),
  printed: z.number().int(), lastAt: z.string().nullable(), lastBy: z.string().nullable(),
  /** The file of the last print, while it is kept and was one's own. */
  file: uuid.nullable(),
});
export type PrintableJson = z.infer<typeof printable>;
export const printablesAnswer = z.object({ items: z.array(printable), next: z.null() });

const filterValue = z.union([z.string().max(200), z.boolean(), z.number()]);
export const exportBody = z.strictObject({ list: z.string().max(40), filter: z.record(z.string().max(40), filterValue).optional() });
export type ExportBody = z.infer<typeof exportBody>;

export const exportJson = z.object({
  /** null in a dry run: nothing was made. */
  id: uuid.nullable(), list: z.string(), title: z.string(), state: z.enum(['waiting', 'running', 'done', 'failed']),
  /** How many rows there are, or are written so far. */
  rows: z.number().int(),
  /** True while there are more rows than are made at once: such a list is made in the background. */
  background: z.boolean(),
  at: z.string(), endedAt: z.string().nullable(),
  /** The file can be fetched until then; null when there is none. */
  until: z.string().nullable(),
  personal: z.boolean(),
});
export type ExportJson = z.infer<typeof exportJson>;
export const exportsAnswer = z.object({ items: z.array(exportJson), next: z.null() });

/** What the register of calls and visits may be narrowed by; a period of at most a year. */
export const contactFilter = z.strictObject({
  from: instantText.optional(), to: instantText.optional(), channel: z.enum(channels).optional(), search: z.string().max(100).optional(),
  cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type ContactFilter = z.infer<typeof contactFilter>;
/** One call, visit or letter, and what became of it. Instants as ISO texts, '' = not there; `personal` is masked for whoever may not see it in lists. */
export const contactRow = z.object({
  /** Of the matter; `asked`: the event of a call that asked again, 0 = the first contact. */
  id: uuid, asked: z.number().int(), at: z.string(), channel: z.string(), caller: z.string(), phone: z.string(), place: z.string(), kind: z.string(), number: z.string(), content: z.string(),
  promised: z.string(), forwardedTo: z.string(), forwardedAt: z.string(), acceptedAt: z.string(), result: z.string(), repliedAt: z.string(), satisfied: z.string(), recordedBy: z.string(),
  /** Its receiver still has to take it up. */
  untaken: z.boolean(),
});
export type ContactRow = z.infer<typeof contactRow>;
export const contactsAnswer = z.object({ items: z.array(contactRow), next: z.string().nullable() });
