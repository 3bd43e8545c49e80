import type { ClientConfig, PoolConfig } from 'pg';
import { wireTypes } from './wire.ts';

/** Where a PostgreSQL is: an address as in DATABASE_URL, or the folder of a socket (`host`) as the embedded one has it. */
export type Connection =
  | { readonly connectionString: string }
  | { readonly host: string; readonly user: string; readonly database: string; readonly port?: number; readonly password?: string };

/** The role under which every statement of the product runs: owns nothing, may not bypass row-level security. */
export const APP_ROLE = 'aftercare_app';
/** The role of the due loop's listing: sees tenant, matter and next time, and nothing else. */
export const DUE_ROLE = 'aftercare_due';

type Role = typeof APP_ROLE | typeof DUE_ROLE;

// UTC on the wire makes instants cheap to read; the limits keep one forgotten transaction from holding its locks for ever.
const SESSION = '-c timezone=UTC -c statement_timeout=120s -c idle_in_transaction_session_timeout=120s';

/**
 * The settings of a session that takes a role before its first statement.
 * @param role - left out: the session stays the owner (migrations, backup), without limits on its time.
 */
export function sessionOf(connection: Connection, role?: Role): ClientConfig & PoolConfig {
  const options = role ? `${SESSION} -c role=${role}` : '-c timezone=UTC';
  // Pipelined: statements leave without waiting for the answers of those before them.
  const shared = { pipeline: true, types: wireTypes, application_name: role ?? 'aftercare', keepAlive: true };
  if (!('connectionString' in connection)) return { ...connection, ...shared, options };
  return { ...shared, connectionString: withOptions(connection.connectionString, options) };
}

/** Words in an address win over everything beside it; so ours are added to its own `options` there, after them: the last one counts. */
function withOptions(address: string, options: string): string {
  const added = encodeURIComponent(options);
  if (/[?&]options=/.test(address)) return address.replace(/([?&]options=[^&]*)/, `$1%20${added}`);
  return `${address}${address.includes('?') ? '&' : '?'}options=${added}`;
}
