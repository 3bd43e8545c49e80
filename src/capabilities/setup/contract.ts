import { z } from 'zod';
import { me, setupBody } from '#capabilities/identity/contract.ts';
import { COLUMNS } from './rules/columns.ts';
import { CUSTOMER_COLUMNS, CUSTOMER_SHEETS } from './rules/customers/sheets.ts';

const text = z.object({ zh: z.string(), en: z.string() });
const token = z.string().min(1).max(100);
const pem = z.string().min(1).max(60_000);

export const placeJson = z.object({
  units: z.array(z.object({ code: z.string(), title: z.string() })),
  positions: z.array(z.object({ code: z.string(), title: z.string(), unit: z.string().nullable(), inEveryUnit: z.boolean() })),
});
export const shippedJson = z.object({ id: z.string(), title: z.string(), clauses: z.number().int(), place: placeJson });
export type ShippedJson = z.infer<typeof shippedJson>;

/** A certificate as it was read; `why` says what is wrong with it. */
export const certificateJson = z.object({ ok: z.boolean(), names: z.array(z.string()), until: z.string().nullable(), selfSigned: z.boolean(), why: text.nullable() });
export type CertificateJson = z.infer<typeof certificateJson>;
/** How browsers reach the product. */
export const reachJson = z.object({
  listening: z.string(), publicUrl: z.string().nullable(), behindProxy: z.boolean(), loopback: z.boolean(),
  certificate: z.object({ from: z.enum(['environment', 'uploaded']), found: certificateJson }).nullable(),
});
export type ReachJson = z.infer<typeof reachJson>;
export const backupPlaceJson = z.object({ folder: z.string().nullable(), from: z.enum(['environment', 'settings']).nullable() });
/** What became of a look at a folder; `sameDisk`: it would be lost together with what it is to save. */
export const folderJson = z.object({ ok: z.boolean(), folder: z.string(), freeBytes: z.number().nullable(), sameDisk: z.boolean(), why: text.nullable() });
export type FolderJson = z.infer<typeof folderJson>;

const kind = z.object({
  kind: z.string(), title: text, hint: text, reaches: z.enum(['group', 'phone', 'email']),
  fields: z.array(z.object({ name: z.string(), title: text, hint: text, is: z.enum(['line', 'secret', 'lines', 'choice']), required: z.boolean(), start: z.string(), options: z.array(z.object({ id: z.string(), title: text })) })),
});
export type KindJson = z.infer<typeof kind>;

export const tokenBody = z.strictObject({ token });
export const wizardJson = z.object({ policies: z.array(shippedJson), zones: z.array(z.string()), kinds: z.array(kind), reach: reachJson, backup: backupPlaceJson });
export type WizardJson = z.infer<typeof wizardJson>;

/** A workbook of people, as base64; 5,000 rows are far less. */
const file = z.string().min(1).max(950_000).regex(/^[A-Za-z0-9+/=]+$/);
export const sheetAnswer = z.object({ header: z.array(z.string()), rows: z.array(z.object({ row: z.number().int(), cells: z.array(z.string()) })), /** Rows left out: examples of our template, as they were. */ samples: z.array(z.number().int()) });
export type SheetJson = z.infer<typeof sheetAnswer>;
export const sheetBody = z.strictObject({ file });
export const setupSheetBody = z.strictObject({ token, file });

const column = z.number().int().min(0).max(199).nullable();
export const peopleBody = z.strictObject({
  mapping: z.strictObject({ name: column, username: column, positions: column, unit: column, phone: column, email: column, administrator: column }),
  rows: z.array(z.strictObject({ row: z.number().int().min(1).max(1_048_576), cells: z.array(z.string().max(500)).max(200) })).max(2_000),
});
export type PeopleBody = z.infer<typeof peopleBody>;
/** What became of a row. The first password of somebody new is told here and nowhere else. */
export const importedRow = z.object({ row: z.number().int(), name: z.string(), username: z.string(), is: z.enum(['new', 'changed', 'same', 'wrong']), why: z.array(z.string()), password: z.string().optional() });
export type ImportedRow = z.infer<typeof importedRow>;
export const importAnswer = z.object({ rows: z.array(importedRow), withoutHolder: z.array(z.string()), note: z.string().optional() });
export type ImportAnswer = z.infer<typeof importAnswer>;
export const knownJson = z.object({
  id: z.uuid(), username: z.string(), name: z.string(), unit: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable(), administrator: z.boolean(), left: z.boolean(),
  positions: z.array(z.object({ position: z.string(), unit: z.string().nullable() })),
});
export const importGround = z.object({ place: placeJson, people: z.array(knownJson) });

/** A sheet of customers, homes or devices: the file travels, its rows are read on the server each time. */
const customerMapping = z.partialRecord(z.enum(CUSTOMER_COLUMNS), column);
const customerFile = { sheet: z.enum(CUSTOMER_SHEETS), file, mapping: customerMapping.optional() };
export const customerSheetFilter = z.strictObject({ sheet: z.enum(CUSTOMER_SHEETS) });
export const customerCheckBody = z.strictObject(customerFile);
export const setupCustomersBody = z.strictObject({ token, file, mapping: customerMapping.optional() });
export const customerImportBody = z.strictObject({ ...customerFile, name: z.string().max(200), mapping: customerMapping });
/** `adds` of the new rows are about what is there already and bring something for it. */
const importCounts = z.object({ rows: z.number().int(), new: z.number().int(), adds: z.number().int(), same: z.number().int(), wrong: z.number().int() });
/** `left`: the rows that would not be imported, with what stands in them and why; wrong ones first. */
export const customerCheck = z.object({
  header: z.array(z.string()), mapping: z.record(z.string(), column), lacking: z.array(z.string()), counts: importCounts, samples: z.array(z.number().int()),
  left: z.array(z.object({ row: z.number().int(), is: z.enum(['same', 'wrong']), shown: z.string(), why: z.array(z.string()), cells: z.array(z.string()) })),
});
export type CustomerCheck = z.infer<typeof customerCheck>;
export const customerImported = z.object({ id: z.uuid(), counts: importCounts });
export type CustomerImported = z.infer<typeof customerImported>;
export const importBatch = z.object({ id: z.uuid(), sheet: z.enum(CUSTOMER_SHEETS), file: z.string(), brought: z.number().int(), same: z.number().int(), wrong: z.number().int(), at: z.string(), by: z.string(), undone: z.boolean(), kept: z.number().int(), undoUntil: z.string().nullable() });
export type ImportBatch = z.infer<typeof importBatch>;
export const importUndone = z.object({ removed: z.number().int(), kept: z.number().int() });

export const certificateBody = z.strictObject({ cert: pem, key: pem });
export const setupCertificateBody = z.strictObject({ token, cert: pem, key: pem });
const folder = z.string().trim().min(1).max(400);
export const folderBody = z.strictObject({ folder });
export const setupFolderBody = z.strictObject({ token, folder });
const channel = z.strictObject({ kind: z.string().max(40), name: z.string().trim().min(1).max(60), settings: z.record(z.string().max(40), z.string().max(4000)) });
export type ChannelToAdd = z.infer<typeof channel>;
export const setupChannelBody = z.strictObject({ token, channel, to: z.string().max(200).optional() });
export const channelAnswer = z.object({ ok: z.boolean(), answer: z.string() });

/** Everything of the wizard at once; whatever is left out is skipped. */
export const wizardBody = setupBody.extend({
  zone: z.string().max(60), policy: z.string().regex(/^[a-z][a-z0-9-]{0,79}$/).nullable(), certificate: certificateBody.optional(), people: peopleBody.optional(), customers: z.strictObject({ file, name: z.string().max(200), mapping: customerMapping }).optional(), channel: channel.optional(), backupFolder: folder.optional(),
});
export type WizardBody = z.infer<typeof wizardBody>;
/** `address`: where browsers find the product from now on; `files`: what could not be kept beside the database, and why. */
export const wizardAnswer = z.object({ me, people: importAnswer.nullable(), customers: customerImported.nullable(), address: z.string().nullable(), files: z.array(text) });
export type WizardAnswer = z.infer<typeof wizardAnswer>;

export const installationJson = z.object({ reach: reachJson, backup: backupPlaceJson, mayChange: z.boolean() });
export const templateFilter = z.strictObject({ policy: z.string().max(80).optional() });
export const columnNames = z.enum(COLUMNS);
