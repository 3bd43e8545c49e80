import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** A file of a backup: its path in the folder, below which nothing leads out of it. */
const kept = z.object({ file: z.string().regex(/^(?:[\w-]+\/)*[\w.-]+$/).refine((path) => !path.split('/').includes('..')), bytes: z.number().int().min(0), sha256 });
export type KeptFile = z.infer<typeof kept>;

/** A line of the list of attached files. */
export const attachedFile = kept;

/** `manifest.json`, written last: a folder without it is no backup. */
export const manifestJson = z.object({
  format: z.literal(1),
  /** Version of the product that made it. */
  product: z.string(), madeAt: z.iso.datetime(),
  /** What the database had run, in order; it can be restored by any product that has run the same, or more. */
  migrations: z.array(z.object({ name: z.string().regex(/^\d{4}_[a-z0-9_]+\.sql$/), hash: sha256 })).min(1),
  companies: z.array(z.string()),
  /** Rows as lines of JSON texts, compressed, one file per table; parents before what refers to them. */
  tables: z.array(kept.extend({ table: z.string().regex(/^[a-z_][a-z0-9_]*$/), columns: z.array(z.string().regex(/^[a-z_][a-z0-9_]*$/)), rows: z.number().int().min(0) })),
  /** The list of attached files is a file itself. */
  files: z.object({ count: z.number().int().min(0), bytes: z.number().int().min(0), list: kept }),
  /** The keys that lie in the data folder (checkpoints are signed with one); without them a restored database would be worth less. */
  keys: z.array(kept),
});
export type Manifest = z.infer<typeof manifestJson>;
export type KeptTable = Manifest['tables'][number];

const run = z.object({ startedAt: z.iso.datetime(), endedAt: z.iso.datetime().nullable(), folder: z.string(), rows: z.number().nullable(), bytes: z.number().nullable(), files: z.number().nullable(), message: z.object({ zh: z.string(), en: z.string() }).nullable() });
export type Run = z.infer<typeof run>;
/** What the health page tells of backups; null = never yet. A trial restores the newest backup beside the product and verifies it. */
export const backupStatusJson = z.object({
  running: z.boolean(), lastSuccess: run.nullable(), lastFailure: run.nullable(), lastTrial: run.extend({ succeeded: z.boolean(), seconds: z.number() }).nullable(),
});
export type BackupStatus = z.infer<typeof backupStatusJson>;
