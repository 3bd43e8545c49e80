import type { Scope } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import type { EvidenceInput } from '../rules/forms/evidence-pack/input.ts';

const REFUSALS = 'select at, person_id, act, clause, refusals from refusal where tenant_id = $1 and matter_id = $2 and ($3 or person_id = $4) order by at, id limit 500';
const ATTACHMENTS = "select name, media_type, bytes, encode(sha256, 'hex') as sha256, uploaded_by, at from attachment where tenant_id = $1 and matter_id = $2 order by at, id limit 500";

interface RefusalRow { readonly at: number; readonly person_id: string; readonly act: string; readonly clause: string[]; readonly refusals: readonly { readonly text: { readonly zh: string; readonly en: string } }[] }
interface AttachmentRow { readonly name: string; readonly media_type: string; readonly bytes: number; readonly sha256: string; readonly uploaded_by: string; readonly at: number }

type Names = (person: string) => string;
type Iso = (at: number) => string;

/** What was not allowed in a matter: all of it for those who oversee, else one's own, as in the register. */
export async function refusalsOf(scope: Scope<Actor>, matter: string, actor: Actor, names: Names, iso: Iso, titleOfAct: (act: string) => string): Promise<EvidenceInput['refusals']> {
  const { rows } = await scope.run<RefusalRow>({ name: 'evidence-refusals', text: REFUSALS, values: [scope.tenant, matter, actor.rights.includes('oversee'), actor.person] });
  return rows.map((row) => ({ at: iso(row.at), who: names(row.person_id), act: titleOfAct(row.act), clause: row.clause, texts: row.refusals.map((each) => each.text[actor.language]) }));
}

/** The files of a matter with their hashes. */
export async function attachmentsOf(scope: Scope<Actor>, matter: string, names: Names, iso: Iso): Promise<EvidenceInput['attachments']> {
  const { rows } = await scope.run<AttachmentRow>({ name: 'evidence-attachments', text: ATTACHMENTS, values: [scope.tenant, matter] });
  return rows.map((row) => ({ name: row.name, mediaType: row.media_type, bytes: row.bytes, sha256: row.sha256, by: names(row.uploaded_by), at: iso(row.at) }));
}
