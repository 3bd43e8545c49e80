import { explainObligation, titleOfAct, type Kind, type Language } from '#engine';
import { frameOf, iso, matterJson, readEvents, reading, type GatheredMatter } from '#capabilities/matters/index.ts';
import type { Scope } from '#platform/db/index.ts';
import { missing, wrong, type Actor, type Context } from '#platform/operations/index.ts';
import type { EventJson, MatterJson } from '#capabilities/matters/contract.ts';
import type { PaperSize } from '../contract.ts';
import { evidencePack } from '../rules/forms/evidence-pack/fill.ts';
import { formsOf } from '../rules/forms/record/policy-form.ts';
import { recordForm } from '../rules/forms/record/fill.ts';
import { timesPrinted } from '../rules/words.ts';
import { checkChain } from './chain.ts';
import { attachmentsOf, refusalsOf } from './evidence.ts';
import { companyName, footOf, type Sheet } from './sheets.ts';

/** A form that can be printed of a matter: the layout it uses, and what its head says. */
export interface MatterForm { readonly id: string; readonly title: string; readonly number: string; readonly papers: readonly PaperSize[]; readonly layout: typeof recordForm | typeof evidencePack }

const EVIDENCE = { zh: '举证包', en: 'Evidence pack' } as const;

/** What can be printed of a matter of this kind: the records its policy names, and the evidence pack. */
export function matterForms({ world }: Pick<GatheredMatter, 'world'>, kind: Kind, language: Language): readonly MatterForm[] {
  const records = formsOf(world.policy, kind, language).map(({ id, title, number }) => ({ id, title, number, papers: recordForm.papers, layout: recordForm }));
  return [...records, { id: evidencePack.id, title: EVIDENCE[language], number: evidencePack.number, papers: evidencePack.papers, layout: evidencePack }];
}

export interface MatterSheet extends Sheet { readonly matter: string; readonly number: string; readonly title: string; readonly form: MatterForm; readonly printed: number; /** When, on the clock that the company's people read: the paper's foot and the next reader say the same. */ readonly at: number }

const PRINTED = 'select coalesce(max(nth), 0)::integer as printed from paper_print where tenant_id = $1 and matter_id = $2 and form = $3';
const ALL_EVENTS = 5_000;

/**
 * One matter on one form, filled in. @param form - null for the first of its own. @param counted - false for a preview.
 * @throws missing when the matter may not be seen or has no such form, 422 for a paper the form does not come on.
 */
export function matterSheet(context: Context, actor: Actor, id: string, form: string | null, paper: PaperSize, counted: boolean): Promise<MatterSheet> {
  return reading(context, actor, id, async (gathered, scope) => {
    const kind = gathered.world.policy.kinds[gathered.row.kind];
    const { language } = actor;
    const wanted = kind && matterForms(gathered, kind, language).find((each) => form === null || each.id === form);
    if (!kind || !wanted) throw missing();
    if (!wanted.papers.includes(paper)) throw wrong([{ path: ['body', 'paper'], message: { zh: `“${wanted.title}”不能用这种纸。可以用：${wanted.papers.join('、')}。`, en: `“${wanted.title}” does not come on this paper. Possible: ${wanted.papers.join(', ')}.` } }]);
    const { printed } = (await scope.run<{ printed: number }>({ name: 'paper-printed', text: PRINTED, values: [scope.tenant, id, wanted.id] })).rows[0] ?? { printed: 0 };
    const matter = matterJson(gathered.world, gathered.row.state, frameOf(gathered), (person) => gathered.around.company.names.get(person), actor);
    const events = await allEvents(scope, gathered, language);
    const tail = Buffer.from(gathered.row.head).toString('hex').slice(0, 16);
    const isEvidence = wanted.layout.id === evidencePack.id;
    const body = isEvidence ? await evidenceBody(scope, gathered, matter, events, actor, kind) : recordForm.fillIn({ matter, policy: gathered.world.policy, kind, form: policyFormOf(gathered, kind, wanted.id, language), events }, language, paper);
    return {
      matter: id, number: matter.number, title: wanted.title, form: wanted, printed, at: gathered.around.now, body,
      head: { company: await companyName(scope), title: wanted.title, number: wanted.number, edition: matter.policy.version.slice(0, 8) },
      foot: footOf(context, actor, gathered.around, { number: matter.number, times: counted ? timesPrinted(printed + 1, language) : NOT_COUNTED[language], path: `/matters/${id}${isEvidence ? `#${tail}` : ''}`, note: isEvidence ? `${CHAIN_END[language]}${tail}` : '' }),
    };
  });
}

const NOT_COUNTED = { zh: '预览，不计打印次数', en: 'preview, not counted' } as const;
const CHAIN_END = { zh: '链尾 ', en: 'End of chain ' } as const;

function policyFormOf({ world }: GatheredMatter, kind: Kind, form: string, language: Language): ReturnType<typeof formsOf>[number] {
  const found = formsOf(world.policy, kind, language).find((each) => each.id === form);
  if (!found) throw missing();
  return found;
}

async function allEvents(scope: Scope<Actor>, gathered: GatheredMatter, language: Language): Promise<readonly EventJson[]> {
  const events: EventJson[] = [];
  for (let page = await readEvents(scope, gathered, 0, language); page.length > 0 && events.length < ALL_EVENTS; page = await readEvents(scope, gathered, events.at(-1)?.seq ?? 0, language)) events.push(...page);
  return events;
}

async function evidenceBody(scope: Scope<Actor>, gathered: GatheredMatter, matter: MatterJson, events: readonly EventJson[], actor: Actor, kind: Kind): Promise<object> {
  const { world, row, around, runnable } = gathered;
  const names = (person: string): string => around.company.names.get(person) ?? '—';
  const instant = (at: number): string => iso(at, world);
  return evidencePack.fillIn({
    matter, policyTitle: world.policy.title, events, explanations: row.state.obligations.map((each) => explainObligation(world, row.state, each.key)), clauses: new Map(runnable.document.clauses.map((clause) => [clause.id, clause.text])),
    refusals: await refusalsOf(scope, row.id, actor, names, instant, (act) => titleOfAct(kind, act, actor.language)), attachments: await attachmentsOf(scope, row.id, names, instant), checked: await checkChain(scope, row.id, row.head), iso: instant,
  }, actor.language, 'a4');
}
