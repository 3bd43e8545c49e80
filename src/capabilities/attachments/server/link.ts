import { isId, type Scope, type TenantActor } from '#platform/db/index.ts';
import { wrong } from '#platform/operations/index.ts';

/** What the event of an act keeps of a file: the hash proves later which content was attached. */
export interface LinkedFile { readonly id: string; readonly sha256: string }

const LINK = `update attachment set matter_id = $2 where tenant_id = $1 and id = any($3::uuid[]) and (matter_id = $2 or (matter_id is null and uploaded_by = $4))
  returning id, encode(sha256, 'hex') as sha256`;

/**
 * Makes uploaded files part of a matter, in the transaction of the act that names them. Files of the matter already stay so;
 * a file of another matter or of another uploader is treated like one that does not exist.
 * @returns each file once, in the order in which they were named.
 * @throws Failure 422 naming each file that cannot be attached.
 */
export async function linkAttachments<A extends TenantActor & { readonly person: string }>(scope: Scope<A>, matterId: string, ids: readonly string[]): Promise<readonly LinkedFile[]> {
  const named = [...new Set(ids)];
  if (named.length === 0) return [];
  const { rows } = await scope.run<LinkedFile>({ name: 'attachment-link', text: LINK, values: [scope.tenant, matterId, named.filter(isId), scope.actor.person] });
  const absent = named.filter((id) => !rows.some((row) => row.id === id));
  if (absent.length > 0) throw wrong(absent.map((id) => ({ path: ['body', 'fields', 'files', ids.indexOf(id)], message: { zh: '没有这个附件，请重新上传。', en: 'There is no such file. Please upload it again.' } })));
  return named.flatMap((id) => rows.filter((row) => row.id === id));
}
