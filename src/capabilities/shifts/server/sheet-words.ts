import { gatherTenant, seesCustomers, wordsFor, WORDS_OF_MATTER, type Worded } from '#capabilities/matters/index.ts';
import type { Scope } from '#platform/db/index.ts';
import type { Actor, Context } from '#platform/operations/index.ts';
import type { SheetJson } from '../contract.ts';

const WORDS = `select m.id, ${WORDS_OF_MATTER} from matter m where m.tenant_id = $1 and m.id = any($2::uuid[])`;

/**
 * A sheet as its reader may see it, drawn now or signed long ago. What lies with his unit is handed to him whole; calls, alarms and chasing stand
 * there from the whole company, and of those he sees what his lists show.
 */
export async function sheetFor(scope: Scope<Actor>, context: Context, sheet: SheetJson): Promise<SheetJson> {
  const around = await gatherTenant(scope, context.clock.now());
  if (seesCustomers(around, scope.actor)) return sheet;
  const own = new Set(sheet.open.map((row) => row.matter));
  const others = [...sheet.calls, ...sheet.rung, ...sheet.chases].flatMap((row) => (own.has(row.matter) ? [] : [row.matter]));
  if (others.length === 0) return sheet;
  const { rows } = await scope.run<Worded & { readonly id: string }>({ name: 'sheet-words', text: WORDS, values: [scope.tenant, [...new Set(others)]] });
  const words = wordsFor(around, scope.actor);
  const said = new Map(rows.map((row) => [row.id, words(row)]));
  const subject = <R extends { readonly matter: string; readonly subject: string }>(row: R): R => ({ ...row, subject: said.get(row.matter)?.subject ?? row.subject });
  return {
    ...sheet, calls: sheet.calls.map((row) => ({ ...subject(row), customerName: said.get(row.matter)?.customerName ?? row.customerName })),
    rung: sheet.rung.map(subject), chases: sheet.chases.map(subject),
  };
}
