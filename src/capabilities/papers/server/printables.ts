import { formatInstant } from '#engine';
import { reading } from '#capabilities/matters/index.ts';
import type { Actor, Context } from '#platform/operations/index.ts';
import type { PrintableJson } from '../contract.ts';
import { matterForms } from './matter-sheet.ts';

const LAST = `select distinct on (p.form) p.form, p.nth, p.at, p.person_id, p.copies, f.id as file from paper_print p
  left join kept_file f on f.tenant_id = p.tenant_id and f.id = p.file_id and f.person_id = $3 and f.next_at > $4
  where p.tenant_id = $1 and p.matter_id = $2 order by p.form, p.nth desc`;
interface LastPrint { readonly form: string; readonly nth: number; readonly at: number; readonly person_id: string; readonly file: string | null }

/** What can be printed of a matter, on which papers, and how often it has been (`GET /api/matters/{id}/papers`). */
export function printables(context: Context, actor: Actor, matter: string): Promise<readonly PrintableJson[]> {
  return reading(context, actor, matter, async (gathered, scope) => {
    const kind = gathered.world.policy.kinds[gathered.row.kind];
    if (!kind) return [];
    const { rows } = await scope.run<LastPrint>({ name: 'paper-last', text: LAST, values: [scope.tenant, matter, actor.person, new Date(context.clock.now())] });
    return matterForms(gathered, kind, actor.language).map((form) => {
      const last = rows.find((row) => row.form === form.id);
      return {
        form: form.id, title: form.title, papers: [...form.papers], copies: gathered.world.policy.forms[form.id]?.copies ?? 1, printed: last?.nth ?? 0,
        lastAt: last ? formatInstant(last.at, actor.zone) : null, lastBy: last ? (gathered.around.company.names.get(last.person_id) ?? '—') : null, file: last?.file ?? null,
      };
    });
  });
}
