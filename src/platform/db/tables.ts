import type { ColumnType, Expression } from 'kysely';

/** An instant: read as epoch milliseconds, written with `instant(ms)`. A bare number is refused by the compiler. */
export type InstantColumn = ColumnType<number, Expression<number>, Expression<number>>;

/** An instant that may be missing. */
export type NullableInstantColumn = ColumnType<number | null, Expression<number> | null | undefined, Expression<number> | null>;

/** A json value: read parsed, written with `JSON.stringify` (the driver would take an array for an array of PostgreSQL). */
export type JsonColumn<T> = ColumnType<T, string, string>;

/** A column that the database fills when it is not given. */
export type DefaultedColumn<T> = ColumnType<T, T | undefined, T>;

export interface TenantTable {
  id: string;
  slug: string;
  name: string;
  demonstration: DefaultedColumn<boolean>;
  zone: DefaultedColumn<string>;
  clock_virtual: DefaultedColumn<boolean>;
  clock_at: NullableInstantColumn;
  clock_set_at: NullableInstantColumn;
  clock_running: DefaultedColumn<boolean>;
  directory_version: DefaultedColumn<number>;
  created_at: InstantColumn;
}

/** All tables, by name. A capability adds its own: `declare module '#platform/db/tables.ts' { interface Tables { … } }`. */
export interface Tables {
  tenant: TenantTable;
}
