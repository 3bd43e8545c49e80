import { formatInstant } from '#engine';
import { reading } from '#capabilities/matters/index.ts';
import { withReadScope } from '#platform/db/index.ts';
import { missing, type Actor, type Context, type FileAnswer } from '#platform/operations/index.ts';
import type { AttachmentsAnswer } from '../contract.ts';
import { kindStored } from '../rules/kinds.ts';

const COLUMNS = "a.id, a.name, a.media_type, a.bytes, encode(a.sha256, 'hex') as sha256, a.matter_id, a.uploaded_by, a.at";
const ONE = `select ${COLUMNS} from attachment a where a.tenant_id = $1 and a.id = $2`;
const OF_MATTER = `select ${COLUMNS} from attachment a where a.tenant_id = $1 and a.matter_id = $2 order by a.at, a.id`;

interface AttachmentRow {
  readonly id: string; readonly name: string; readonly media_type: string; readonly bytes: number; readonly sha256: string; readonly matter_id: string | null; readonly uploaded_by: string; readonly at: number;
}

/** The files of a matter, oldest first (`GET /api/matters/{id}/attachments`). @throws missing when the matter may not be seen. */
export function listAttachments(context: Context, actor: Actor, matter: string): Promise<AttachmentsAnswer> {
  return reading(context, actor, matter, async (gathered, scope) => {
    const { rows } = await scope.run<AttachmentRow>({ name: 'attachment-list', text: OF_MATTER, values: [scope.tenant, matter] });
    const items = rows.map((row) => ({
      id: row.id, name: row.name, mediaType: row.media_type, bytes: row.bytes, sha256: row.sha256,
      uploadedBy: gathered.around.company.names.get(row.uploaded_by) ?? '—', at: formatInstant(row.at, gathered.world.policy.zone),
    }));
    return { items, next: null };
  });
}

/**
 * One file (`GET /api/attachments/{id}`), for whoever may see its matter; for its uploader alone while it belongs to none.
 * @throws missing for everybody else, and when the file itself is gone.
 */
export async function readAttachment(context: Context, actor: Actor, id: string): Promise<FileAnswer> {
  const row = await withReadScope(context.db, actor, async (scope) => (await scope.run<AttachmentRow>({ name: 'attachment-one', text: ONE, values: [scope.tenant, id] })).rows[0]);
  if (!row) throw missing();
  if (row.matter_id !== null) await reading(context, actor, row.matter_id, () => undefined);
  else if (row.uploaded_by !== actor.person) throw missing();
  const content = await context.files.open(actor.tenant, row.sha256).catch((error: unknown) => {
    context.log.error({ err: error, attachment: row.id }, 'an attached file cannot be opened');
    throw missing();
  });
  return { name: row.name, mediaType: row.media_type, content, inline: kindStored(row.media_type)?.inline ?? false };
}
