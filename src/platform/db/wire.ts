import pg from 'pg';

const INT8 = 20;
// The driver's declarations name single types only; a number at large passes.
const TEXT_ARRAY: number = 1009;
const INT8_ARRAY = 1016;
const DATE = 1082;
const TIMESTAMPTZ = 1184;
const TIMESTAMPTZ_ARRAY = 1185;

type Read = (text: string) => unknown;

const usual = pg.types.getTypeParser(TIMESTAMPTZ, 'text') as (text: string) => Date | number;

/** `2026-03-02 01:00:00.25+00` → milliseconds. Sessions of ours speak UTC; anything else goes the driver's slower way. */
function instant(text: string): number {
  if (!text.endsWith('+00') || text.length > 32) return Number(usual(text));
  return Date.parse(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`);
}

/** Counts and sums beyond 2^53 would silently lose digits; so they stop here instead. */
function whole(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`The whole number ${text} is too large to be read exactly.`);
  return value;
}

const texts = pg.types.getTypeParser(TEXT_ARRAY, 'text') as (text: string) => (string | null)[];

const eachOf = (read: Read): Read => (text) => texts(text).map((entry) => (entry === null ? null : read(entry)));

const ours = new Map<number, Read>([
  [INT8, whole],
  [INT8_ARRAY, eachOf(whole)],
  [DATE, (text) => text],
  [TIMESTAMPTZ, instant],
  [TIMESTAMPTZ_ARRAY, eachOf(instant)],
]);

/**
 * How values are read from the wire, for our sessions only: whole numbers as number, instants as epoch milliseconds,
 * dates as `YYYY-MM-DD`, jsonb parsed, numeric as text (it may carry more digits than a number has).
 */
export const wireTypes = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && ours.get(oid)) || pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** A column as the server describes it. */
export interface FieldDescription { readonly name: string; readonly dataTypeID: number }
/** A column of an answer: its name, and how its values are read. */
export interface Column { readonly name: string; readonly read: Read }

export function columnsOf(fields: readonly FieldDescription[]): readonly Column[] {
  return fields.map(({ name, dataTypeID }) => ({ name, read: wireTypes.getTypeParser(dataTypeID, 'text') as Read }));
}

export function rowOf(columns: readonly Column[], values: readonly (string | null)[]): object {
  const row: Record<string, unknown> = {};
  for (const [at, { name, read }] of columns.entries()) {
    const value = values[at] ?? null;
    row[name] = value === null ? null : read(value);
  }
  return row;
}

/** A value as it is bound: the driver's own way, for which its declarations have no name. */
export const wireValue = (pg as unknown as { readonly utils: { readonly prepareValue: (value: unknown) => unknown } }).utils.prepareValue;
