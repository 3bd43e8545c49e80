import { recordHappening } from '#capabilities/audit/index.ts';
import { gatherTenant } from '#capabilities/matters/index.ts';
import { withReadScope, withScope } from '#platform/db/index.ts';
import type { Actor, Context, FileAnswer } from '#platform/operations/index.ts';
import type { PaperSize } from '../contract.ts';
import { handOver, type HandOverSheet } from '../rules/forms/hand-over/fill.ts';
import { layoutOf } from '../rules/forms/registry.ts';
import { timesPrinted } from '../rules/words.ts';
import { againOnClash } from './clash.ts';
import { PDF } from './kept-files.ts';
import { companyName, footOf, valuesOf } from './sheets.ts';

/** How a hand-over is printed: `nth` counts its prints (the caller keeps the count; null = a copy to look at, which does not count and leaves no event), `path` leads to its page. */
export interface HandOverPrint { readonly sheet: HandOverSheet; readonly paper: Exclude<PaperSize, 'a4-wide'>; readonly nth: number | null; readonly path: string; readonly copies?: number }

/**
 * The hand-over of a shift as PDF (夜间交接表), with an event in the history of whoever prints it. Access is the caller's business: what stands
 * on the sheet is printed as it is given.
 * @throws Failure 503 while the press is too busy.
 */
export async function printHandOver(context: Context, actor: Actor, { sheet, paper, nth, path, copies }: HandOverPrint): Promise<FileAnswer> {
  const { language } = actor;
  const values = await withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const made = {
      head: { company: await companyName(scope), title: sheet.title, number: handOver.number, edition: around.policies.inForce[0]?.policy.version.slice(0, 8) ?? '—' },
      foot: footOf(context, actor, around, { number: sheet.number, times: nth === null ? '' : timesPrinted(nth, language), path }), body: handOver.fillIn(sheet, language, paper),
    };
    return valuesOf([made], { paper, copies: copies ?? 1, offset: { x: 0, y: 0 }, preview: false }, language);
  });
  const { pdf } = await context.papers.press.print(layoutOf(handOver), { ...values }, context.clock.now());
  if (nth !== null) await againOnClash(() => withScope(context.db, actor, (scope) =>
    recordHappening(scope, { stream: actor.person, of: 'person', type: 'printed', actor: actor.person, at: context.clock.now(), body: { form: handOver.id, number: sheet.number, nth } })));
  return { name: `${sheet.title} ${sheet.number}.pdf`, mediaType: PDF, content: pdf, inline: true };
}
