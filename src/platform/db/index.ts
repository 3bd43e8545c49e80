/** The door of the database: from outside this folder nothing else is imported. */
export type { Connection } from './connection.ts';
export { openDatabase, type Database, type OpenOptions } from './database.ts';
export { companies, companyNamed, type Company } from './directory.ts';
export { listDue } from './due.ts';
export { isId, uuidv7 } from './ids.ts';
export { migrate, MigrationRefused } from './migrate/migrate.ts';
export { asOwner, type OwnerRun } from './owner.ts';
export { insertRows } from './rows.ts';
export { NotOneRow, type Scope, type TenantActor } from './scope.ts';
export { builder, instant, sql } from './sql.ts';
export { TenantMissing, type Query, type Statement, type Written } from './statement.ts';
export { findEmbedded, startEmbedded, AlreadyRunning, type Embedded, type FoundEmbedded } from './supervisor/index.ts';
export type { DefaultedColumn, InstantColumn, JsonColumn, NullableInstantColumn, Tables } from './tables.ts';
export { type Answer } from './batch.ts';
export { ScopeEnded } from './transaction.ts';
export { withReadScope, withScope } from './within.ts';
