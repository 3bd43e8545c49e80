import type { Text } from '#engine/text.ts';
import type { Column, Mapping } from './columns.ts';
import { positionsIn, type Place } from './places.ts';
import { cellText, wrongAccount, wrongMail, wrongName, wrongPhone } from './texts.ts';

/** Somebody the company knows already. */
export interface Known {
  readonly id: string; readonly username: string; readonly name: string; readonly unit: string | null; readonly phone: string | null; readonly email: string | null;
  readonly administrator: boolean; readonly left: boolean; readonly positions: readonly Held[];
}
export interface Held { readonly position: string; readonly unit: string | null }

/** A person as a row of the sheet means him. */
export interface Meant {
  readonly username: string; readonly name: string; readonly unit: string | null; readonly phone: string | null; readonly email: string | null; readonly administrator: boolean; readonly positions: readonly Held[];
}

/** One row of the sheet after the look at it. `row` as the spreadsheet counts; `same` rows change nothing. */
export type CheckedRow = { readonly row: number; readonly name: string; readonly username: string } & (
  | { readonly is: 'new' | 'changed' | 'same'; readonly id: string | null; readonly meant: Meant; readonly changes: readonly Column[] }
  | { readonly is: 'wrong'; readonly why: readonly Text[] }
);

export interface PeopleSheet { readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[] }
export interface Company { readonly place: Place; readonly people: readonly Known[]; /** Taken besides: the administrator who is being set up. */ readonly taken?: readonly string[] }

/** A company of more is set up by other means. */
export const MOST_ROWS = 2_000;

/** Looks at every row and says what it would do, and what is wrong with it: all reasons at once. */
export function checkPeople(sheet: PeopleSheet, mapping: Mapping, company: Company): readonly CheckedRow[] {
  const known = new Map(company.people.map((person) => [person.username.toLowerCase(), person]));
  const taken = new Set((company.taken ?? []).map((name) => name.toLowerCase()));
  const first = new Map<string, number>();
  return sheet.rows.map(({ row, cells }) => {
    const said = (column: Column): string => (mapping[column] === null ? '' : cellText(cells[mapping[column]]));
    const username = said('username').normalize('NFKC').toLowerCase();
    const earlier = first.get(username);
    if (username !== '' && earlier === undefined) first.set(username, row);
    const before = known.get(username);
    const { held, unit, why: places } = positionsIn(company.place, said('positions'), said('unit'));
    const why = [
      wrongName(said('name')), wrongAccount(username), wrongPhone(said('phone')), wrongMail(said('email')), ...places,
      username !== '' && earlier !== undefined ? { zh: `账号「${username}」与第 ${earlier} 行重复`, en: `The account “${username}” stands in row ${earlier} already` } : null,
      taken.has(username) ? { zh: `账号「${username}」已给了管理员，请换一个`, en: `The account “${username}” is the administrator’s; choose another` } : null,
      before?.left ? { zh: `「${username}」已离职，请先在“组织岗位”里恢复`, en: `“${username}” has left; let him return under People first` } : null,
    ].filter((each) => each !== null);
    const shown = { row, name: said('name'), username };
    if (why.length > 0) return { ...shown, is: 'wrong', why };
    const meant = meantBy({ said, mapping, before, held, unit, username });
    const changes = before ? differences(before, meant) : [];
    return { ...shown, is: before ? (changes.length > 0 ? 'changed' : 'same') : 'new', id: before?.id ?? null, meant, changes };
  });
}

interface Saying { readonly said: (column: Column) => string; readonly mapping: Mapping; readonly before: Known | undefined; readonly held: readonly Held[]; readonly unit: string | null; readonly username: string }

/** What the sheet does not say stays as it was: a column that is missing takes nothing away, and neither does an empty cell. */
function meantBy({ said, before, held, unit, username }: Saying): Meant {
  const kept = (column: 'phone' | 'email'): string | null => (said(column) === '' ? (before?.[column] ?? null) : said(column));
  return {
    username, name: said('name'), unit: unit ?? before?.unit ?? null, phone: kept('phone'), email: kept('email'),
    administrator: said('administrator') === '' ? (before?.administrator ?? false) : /^(是|y|yes|true|1|√|✓)$/i.test(said('administrator')),
    positions: said('positions') === '' ? (before?.positions ?? []) : held,
  };
}

function differences(before: Known, meant: Meant): readonly Column[] {
  const places = (positions: readonly Held[]): string => positions.map(({ position, unit }) => `${position}/${unit ?? ''}`).toSorted().join();
  const simple = (['name', 'unit', 'phone', 'email', 'administrator'] as const).filter((column) => before[column] !== meant[column]);
  return places(before.positions) === places(meant.positions) ? simple : [...simple, 'positions'];
}

/** Positions that nobody would hold after the import. */
export function positionsWithoutHolder(place: Place, people: readonly Known[], rows: readonly CheckedRow[]): readonly string[] {
  const after = new Map(people.filter((person) => !person.left).map((person) => [person.username.toLowerCase(), person.positions]));
  for (const row of rows) if (row.is !== 'wrong') after.set(row.username, row.meant.positions);
  const held = new Set([...after.values()].flat().map(({ position }) => position));
  return place.positions.filter(({ code }) => !held.has(code)).map(({ title }) => title);
}
