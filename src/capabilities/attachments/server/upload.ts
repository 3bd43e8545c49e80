import { createHash } from 'node:crypto';
import { act, reading } from '#capabilities/matters/index.ts';
import { uuidv7, type Scope } from '#platform/db/index.ts';
import { insertAnswer, keyOf, once, type KeyedRequest } from '#platform/idempotency/index.ts';
import { Answered, type Actor, type Context, type Request, type Upload } from '#platform/operations/index.ts';
import type { AttachmentJson } from '../contract.ts';
import { recognise, type Recognised } from './recognise.ts';

/** Held until the end of the transaction, so that the sweep cannot take a file away between its writing and its row. */
const HOLD = 'select 1 from tenant where id = $1 for share';
const INSERT = `insert into attachment (tenant_id, id, name, media_type, bytes, sha256, uploaded_by, at) values ($1, $2, $3, $4, $5, decode($6, 'hex'), $7, $8)`;

/**
 * Takes a file (`POST /api/attachments`). It belongs to its uploader alone until an act names it; with a matter, that act
 * (a note) is done at once. What no act names within a day is removed.
 * @throws Failure 422 for what is not taken, 404 for a matter that may not be seen, and whatever refuses the note.
 */
export async function upload(context: Context, actor: Actor, request: Request, file: Upload, matter: string | null): Promise<AttachmentJson | Answered<AttachmentJson>> {
  if (matter !== null) await reading(context, actor, matter, () => undefined);
  const recognised = await recognise(file);
  const hash = createHash('sha256').update(file.bytes).digest('hex');
  const keyed = keyOf(actor, request, 'POST', '/api/attachments', { name: file.name, sha256: hash, matter });
  const kept = await once(context.db, actor, keyed, (scope) => keep(context, scope, file, recognised, keyed));
  const { id, name } = kept instanceof Answered ? kept.answer : kept;
  if (matter !== null) await act(context, actor, matter, { act: 'note', fields: { files: [id], text: name } }, ofTheNote(request));
  return kept;
}

async function keep(context: Context, scope: Scope<Actor>, file: Upload, { name, mediaType }: Recognised, keyed: KeyedRequest | null): Promise<AttachmentJson> {
  await scope.run({ name: 'attachment-hold', text: HOLD, values: [scope.tenant] });
  const sha256 = await context.files.put(scope.tenant, file.bytes);
  const answer: AttachmentJson = { id: uuidv7(), name, mediaType, bytes: file.bytes.length, sha256 };
  const now = context.clock.now();
  await scope.runAll([
    { name: 'attachment-insert', text: INSERT, values: [scope.tenant, answer.id, name, mediaType, answer.bytes, sha256, scope.actor.person, new Date(now)] },
    ...(keyed ? [insertAnswer(scope.tenant, keyed, { status: 201, answer }, now)] : []),
  ]);
  return answer;
}

/** The note has a key of its own, made from the upload's: repeated together, done once each. No header can carry the arrow. */
function ofTheNote(request: Request): Request {
  return { ...request, dry: false, idempotencyKey: request.idempotencyKey === null ? null : `→${request.idempotencyKey}` };
}
