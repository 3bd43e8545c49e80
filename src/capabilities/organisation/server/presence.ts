import type { Scope, TenantActor } from '#platform/db/index.ts';

export type PresenceState = 'on' | 'away' | 'off';
export interface Presence { readonly person: string; readonly state: PresenceState; readonly since: number; readonly extension: string | null }

const PRESENCES = 'select person_id as person, state, since, extension from presence where tenant_id = $1';
const SET = `insert into presence (tenant_id, person_id, state, since, extension) values ($1, $2, $3, $4, $5)
  on conflict (tenant_id, person_id) do update set state = excluded.state, since = excluded.since, extension = excluded.extension`;

/** Who said that he is at his desk, away for a moment, or gone; whoever never said anything is not in it. */
export async function presencesOf<A extends TenantActor>(scope: Scope<A>): Promise<ReadonlyMap<string, Presence>> {
  const { rows } = await scope.run<Presence>({ name: 'presences', text: PRESENCES, values: [scope.tenant] });
  return new Map(rows.map((row) => [row.person, row]));
}

/** Keeps what somebody says of himself; the caller leaves the event. */
export async function setPresence<A extends TenantActor>(scope: Scope<A>, { person, state, since, extension }: Presence): Promise<void> {
  await scope.run({ text: SET, values: [scope.tenant, person, state, new Date(since), extension] });
}
