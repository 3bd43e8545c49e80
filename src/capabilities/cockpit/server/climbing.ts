import { formatInstant } from '#engine';
import { severityTitle, type Surroundings } from '#capabilities/matters/index.ts';
import type { Scope } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import type { ClimbingJson } from '../contract.ts';
import { climbing } from '../rules/climbing.ts';
import { PAST, RECEIVED } from './statements.ts';

const FIVE_WEEKS = 35 * 86_400_000;
/** So far back goes what people usually say. */
const HALF_A_YEAR = 182 * 86_400_000;
/** As many as a department receives in five weeks, and more; of a larger one the newest. */
const LOOKED_AT = 5_000;
/** Rows shown behind one line. */
const SHOWN = 30;

interface Row { readonly id: string; readonly number: string; readonly kind: string; readonly subject: string; readonly severity: string | null; readonly received_at: number; readonly place: string; readonly phone: string }

/** Places and words that climb (苗头), each with its matters. */
export async function climbingOf(scope: Scope<Actor>, around: Surroundings, hidden: readonly string[], project: string | null): Promise<ClimbingJson[]> {
  const { rows } = await scope.run<Row>({ name: 'cockpit-received', text: RECEIVED, values: [scope.tenant, new Date(around.now - FIVE_WEEKS), new Date(around.now), hidden, LOOKED_AT, project] });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const past = (await scope.run<{ subject: string }>({ name: 'cockpit-past', text: PAST, values: [scope.tenant, new Date(around.now - HALF_A_YEAR), new Date(around.now - FIVE_WEEKS), hidden, LOOKED_AT] })).rows.map((row) => row.subject);
  const own = (await scope.run<{ name: string }>({ name: 'cockpit-company', text: 'select name from tenant where id = $1', values: [scope.tenant] })).rows[0]?.name;
  // How a company speaks stands in its policies, too: a young one has no other past.
  const written = around.policies.inForce.flatMap(({ document }) => document.clauses.map((clause) => clause.text));
  const found = climbing(rows.map((row) => ({ id: row.id, at: row.received_at, place: row.place, phone: row.phone, severity: row.severity === null ? null : `${row.kind}/${row.severity}`, words: row.subject })), around.now, [...past, ...written], own);
  return found.map(({ is, key, recent, usual, ids }) => ({
    is, recent, usual: Math.round(usual * 10) / 10, title: is === 'severity' ? severityOf(around, key) : key,
    matters: ids.slice(0, SHOWN).flatMap((id) => byId.get(id) ?? []).map((row) => ({ id: row.id, number: row.number, subject: row.subject, receivedAt: formatInstant(row.received_at, scope.actor.zone) })),
  }));
}

function severityOf(around: Surroundings, key: string): string {
  const [id = '', severity = ''] = key.split('/');
  const kind = around.policies.forKind(id)?.policy.kinds[id];
  return `${kind?.title ?? id} · ${severityTitle(kind, severity) ?? severity}`;
}
