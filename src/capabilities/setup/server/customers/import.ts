import { holdAllFiles } from '#capabilities/customers/index.ts';
import type { Language } from '#engine/text.ts';
import type { Scope } from '#platform/db/index.ts';
import { conflict, wrong, type Actor } from '#platform/operations/index.ts';
import type { CustomerCheck, CustomerImported, SheetJson } from '../../contract.ts';
import { columnsIn, lackingIn } from '../../rules/columns.ts';
import { lookAtRows } from '../../rules/customers/look.ts';
import { countLooked, ownersIn, type CustomerMapping, type Ground, type Looked } from '../../rules/customers/plan.ts';
import { CUSTOMER_COLUMNS, SHEETS, type CustomerSheetName } from '../../rules/customers/sheets.ts';
import { readSheet } from '../sheet.ts';
import { bringRows } from './bring.ts';
import { groundFor } from './ground.ts';

/** Households of a large community; a company of more splits its sheet. */
const MOST_ROWS = 5_000;

type Given = Readonly<Partial<Record<string, number | null>>>;

/** Reads a sheet of customers, homes or devices, in a thread of its own. @throws Failure 422 saying what to do */
export const readCustomers = (file: string): Promise<SheetJson> => readSheet(file, MOST_ROWS);

/** Where each column stands: as somebody said, or as its head says. */
function mappingOf(sheet: CustomerSheetName, lines: SheetJson, given: Given | undefined): CustomerMapping {
  const own = SHEETS[sheet];
  const found = given ?? columnsIn(own, lines.header);
  return Object.fromEntries(CUSTOMER_COLUMNS.map((column) => [column, own.columns.includes(column) ? (found[column] ?? null) : null])) as CustomerMapping;
}

/** What an import would do, before anything is written. */
export function checkOf(sheet: CustomerSheetName, lines: SheetJson, given: Given | undefined, ground: Ground, language: Language): CustomerCheck {
  const mapping = mappingOf(sheet, lines, given);
  const lacking = lackingIn(SHEETS[sheet], mapping);
  const looked = lacking.length > 0 ? [] : lookAtRows(sheet, lines, mapping, ground);
  const cells = new Map(lines.rows.map((line) => [line.row, line.cells]));
  const left = looked.flatMap((each) => (each.is === 'new' ? [] : [{ row: each.row, is: each.is, shown: each.shown, why: each.why.map((why) => why[language]), cells: cells.get(each.row) ?? [] }]));
  const own = Object.fromEntries(SHEETS[sheet].columns.map((column) => [column, mapping[column]]));
  return { header: lines.header, mapping: own, lacking: [...lacking], counts: countLooked(sheet, looked), samples: lines.samples, left: left.toSorted((one, other) => Number(one.is === 'same') - Number(other.is === 'same') || one.row - other.row) };
}

/** The same with what the company knows. */
export async function checkCustomers(scope: Scope<Actor>, sheet: CustomerSheetName, lines: SheetJson, given: Given | undefined): Promise<CustomerCheck> {
  return checkOf(sheet, lines, given, await groundFor(scope, lines, mappingOf(sheet, lines, given)), scope.actor.language);
}

/** In the order of their ids, as everywhere. */
const HOLD = 'select id from customer where tenant_id = $1 and id = any($2::uuid[]) and erased_at is null and merged_into is null order by id for no key update';
const LOOKS = 3;

/** Looks at the rows and holds the known customers they bring something for. Where one became part of another file meanwhile, once more. @throws Failure 409 when that goes on */
async function lookHolding(scope: Scope<Actor>, sheet: CustomerSheetName, lines: SheetJson, mapping: CustomerMapping): Promise<readonly Looked[]> {
  for (let looks = 0; looks < LOOKS; looks++) {
    const looked = lookAtRows(sheet, lines, mapping, await groundFor(scope, lines, mapping));
    const owners = ownersIn(looked);
    if ((await scope.run({ name: 'import-hold', text: HOLD, values: [scope.tenant, owners] })).count === owners.length) return looked;
  }
  throw changing();
}

const changing = (): Error => conflict('changed', { zh: '导入时客户资料正在变动，请稍后再试。', en: 'Files of customers are being changed just now. Please try again in a moment.' });
const UNIQUE_VIOLATION = '23505';

export interface Importing { readonly sheet: CustomerSheetName; readonly lines: SheetJson; readonly mapping: Given; readonly file: string; readonly at: number }

/** Writes what the rows bring; what is there already and what is wrong is left out. A second time it brings nothing. @throws Failure 422 when a needed column is missing */
export async function importCustomers(scope: Scope<Actor>, { sheet, lines, mapping: given, file, at }: Importing): Promise<CustomerImported> {
  const mapping = mappingOf(sheet, lines, given);
  if (lackingIn(SHEETS[sheet], mapping).length > 0) throw wrong([{ path: ['body', 'mapping'], message: { zh: '还缺必需的列，请先指定。', en: 'A column that is needed is missing. Please name it first.' } }]);
  // One import of a company after the other: the second finds what the first has brought.
  await holdAllFiles(scope);
  const looked = await lookHolding(scope, sheet, lines, mapping);
  try {
    const { id } = await bringRows(scope, looked, { sheet, file, at });
    return { id, counts: countLooked(sheet, looked) };
  } catch (error) {
    // Somebody wrote one of these homes by hand after we had looked: the next try finds it there.
    throw error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION ? changing() : error;
  }
}
