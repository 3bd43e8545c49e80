import type { OwnerRun } from '../../../src/platform/db/index.ts';

const TABLES = ['event', 'event_words', 'matter', 'obligation', 'tenant_counter', 'checkpoint'] as const;

/** The tables as they were, to go back to after each crime. */
export async function keep(owner: OwnerRun): Promise<() => Promise<void>> {
  const columns = new Map<string, string>();
  for (const table of TABLES) {
    // What the database makes by itself cannot be put back.
    const [row] = await owner({ text: "select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'", values: [table] }) as { names: string }[];
    columns.set(table, row?.names ?? '*');
    await owner({ text: `drop table if exists kept_${table}`, values: [] });
    await owner({ text: `create table kept_${table} as table ${table}`, values: [] });
  }
  return async () => {
    for (const table of TABLES) {
      await owner({ text: `delete from ${table}`, values: [] });
      await owner({ text: `insert into ${table} (${columns.get(table) ?? ''}) select ${columns.get(table) ?? ''} from kept_${table}`, values: [] });
    }
  };
}

/** How a column is read as bytes, and how changed bytes become a value of it again. */
const CODECS = {
  text: { read: (column: string) => `convert_to(${column}::text, 'UTF8')`, write: (value: string, type: string) => `convert_from(${value}, 'UTF8')::${type}` },
  bytes: { read: (column: string) => column, write: (value: string) => value },
};

export interface Flip {
  readonly table: 'event' | 'event_words';
  readonly column: string;
  readonly type: string;
  readonly stream: string;
  readonly seq: number;
}

/** The columns of one event, in both its tables. */
export const COLUMNS: readonly Pick<Flip, 'table' | 'column' | 'type'>[] = [
  ...[['stream', 'uuid'], ['seq', 'integer'], ['of', 'text'], ['type', 'text'], ['act', 'text'], ['actor', 'uuid'], ['occurred_at', 'timestamptz'], ['recorded_at', 'timestamptz'],
    ['policy_version', 'text'], ['body', 'jsonb'], ['commitments', 'jsonb'], ['hash', 'bytea']].map(([column = '', type = '']) => ({ table: 'event' as const, column, type })),
  ...[['stream', 'uuid'], ['seq', 'integer'], ['words', 'jsonb'], ['salt', 'bytea']].map(([column = '', type = '']) => ({ table: 'event_words' as const, column, type })),
];

/**
 * Flips one bit of one column, as whoever owns the database can.
 * @param at - which bit; taken modulo the length.
 * @returns whether the row now says something else: not every flip gives a value that the column takes.
 */
export async function flipBit(owner: OwnerRun, { table, column, type, stream, seq }: Flip, at: number): Promise<boolean> {
  const codec = type === 'bytea' ? CODECS.bytes : CODECS.text;
  const bytes = codec.read(`x."${column}"`);
  const text = `with flipped as (select x.ctid as place, x."${column}" as before, ${codec.write(`set_bit(${bytes}, $3::bigint % (length(${bytes}) * 8), 1 - get_bit(${bytes}, $3::bigint % (length(${bytes}) * 8)))`, type)} as after
      from ${table} x where x.stream = $1 and x.seq = $2 and length(${bytes}) > 0)
    update ${table} t set "${column}" = flipped.after from flipped where t.ctid = flipped.place and flipped.after is distinct from flipped.before returning 1 as done`;
  try {
    return (await owner({ text, values: [stream, seq, at] })).length > 0;
  } catch (error) {
    // Bytes that are no value of the type, or a key that is taken: not a crime that can be committed.
    if (error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(22|23|54)/.test(error.code)) return false;
    throw error;
  }
}
