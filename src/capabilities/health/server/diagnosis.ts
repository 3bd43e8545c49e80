import { withReadScope } from '#platform/db/index.ts';
import type { Actor, Context, FileAnswer } from '#platform/operations/index.ts';
import { sentencesOf } from '../rules/sentences.ts';
import { figuresOf } from './figures.ts';

const ROWS = `select (select count(*)::int from matter where tenant_id = $1) as matters, (select count(*)::int from obligation where tenant_id = $1) as obligations,
  (select count(*)::int from event where tenant_id = $1) as events, (select count(*)::int from person where tenant_id = $1) as people, (select count(*)::int from customer where tenant_id = $1) as customers,
  (select count(*)::int from attachment where tenant_id = $1) as attachments`;

/**
 * What support needs to know, as JSON: figures, sentences and counts. Names that people gave (channels, folders, addresses) and
 * whatever the cases say are left out, so that it may leave the house.
 */
export async function diagnosis(context: Context, actor: Actor): Promise<FileAnswer> {
  const figures = await figuresOf(context, actor);
  const nameless = { ...figures, channels: figures.channels.map(({ answered }, at) => ({ name: `#${at + 1}`, answered })), backup: { ...figures.backup, folder: figures.backup.folder === null ? null : 'set', failed: figures.backup.failed && { at: figures.backup.failed.at } } };
  const rows = await withReadScope(context.db, actor, async (scope) => (await scope.run<Record<string, number>>({ text: ROWS, values: [scope.tenant] })).rows[0]).catch(() => null);
  const told = {
    at: new Date(figures.now).toISOString(), node: process.version, system: `${process.platform} ${process.arch}`, figures: nameless, rows,
    sentences: sentencesOf(nameless as typeof figures).filter(({ id }) => id !== 'backup').map(({ id, is, text }) => ({ id, is, text: text.en })),
  };
  return { name: `aftercare-diagnosis-${told.at.slice(0, 10)}.json`, mediaType: 'application/json', content: new TextEncoder().encode(JSON.stringify(told, null, 2)) };
}
