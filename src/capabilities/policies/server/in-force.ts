import type { Scope, TenantActor } from '#platform/db/index.ts';
import type { DayTable } from '#engine';
import { own } from '#engine/conditions/index.ts';
import { runnable, type RunnablePolicy } from './runnable.ts';

const VERSIONS = `select policy, version, rules_text, document_text, in_force_from, in_force_until is null and in_force_from is not null as in_force
  from policy_version where tenant_id = $1 order by in_force_from desc nulls last`;
const DAYS = `select to_char(day, 'YYYY-MM-DD') as day, kind from calendar_day where tenant_id = $1`;

interface VersionRow { readonly policy: string; readonly version: string; readonly rules_text: string; readonly document_text: string; readonly in_force_from: number | null; readonly in_force: boolean }

/** The policies of one tenant: every version ever published, and which are in force for what is received now. */
export interface TenantPolicies {
  /** Newest first. */
  readonly inForce: readonly RunnablePolicy[];
  /** Of every policy that is withdrawn (停用) the version that was in force last: what was received under it goes on to its end. */
  readonly withdrawn: readonly RunnablePolicy[];
  /** In force, then withdrawn: what lists need to know of kinds, stages and acts. */
  readonly known: readonly RunnablePolicy[];
  /** Every version ever published, in force or not, that keeps a kind to those it names (`see`): it keeps the matters it began. */
  readonly closing: readonly RunnablePolicy[];
  /** @throws Error when the tenant never had this version. */
  version(version: string): RunnablePolicy;
  /** The policy in force that knows the kind; the one taken into force last where several do. */
  forKind(kind: string): RunnablePolicy | undefined;
  readonly since: Readonly<Record<string, number | null>>;
}

/** Rules without this word, and without an escape that could write it, keep no kind to anybody: they need not be compiled to know. */
const MAY_CLOSE = /see|\\/u;

interface Cached { readonly version: string; readonly year: number; readonly policies: TenantPolicies }
const cached = new Map<string, Cached>();

/**
 * All policies of the tenant, read once per process and version of its directory: publishing a policy or correcting the
 * calendar moves `tenant.directory_version` like any other change of the organisation.
 */
export async function policiesOf<A extends TenantActor>(scope: Scope<A>, directoryVersion: string, now: number): Promise<TenantPolicies> {
  const year = new Date(now).getUTCFullYear();
  const known = cached.get(scope.tenant);
  if (known?.version === directoryVersion && known.year === year) return known.policies;
  const rows = (await scope.run<VersionRow>({ name: 'policies-versions', text: VERSIONS, values: [scope.tenant] })).rows;
  const days = (await scope.run<{ day: string; kind: 'holiday' | 'workday' }>({ name: 'policies-days', text: DAYS, values: [scope.tenant] })).rows;
  const policies = tenantPolicies(rows, Object.fromEntries(days.map((each) => [each.day, each.kind])), year);
  cached.set(scope.tenant, { version: directoryVersion, year, policies });
  return policies;
}

function tenantPolicies(rows: readonly VersionRow[], corrections: DayTable['days'], year: number): TenantPolicies {
  const ready = (row: VersionRow): RunnablePolicy => runnable({ rules: row.rules_text, document: row.document_text }, row.version, corrections, year);
  const inForce = rows.filter((row) => row.in_force).map(ready);
  const going = new Set(rows.flatMap((row) => (row.in_force ? [row.policy] : [])));
  const over = rows.filter((row) => !going.has(row.policy) && row.in_force_from !== null);
  const withdrawn = over.filter((row, at) => over.findIndex((each) => each.policy === row.policy) === at).map(ready);
  const byVersion = new Map(rows.map((row) => [row.version, row]));
  return {
    inForce, withdrawn, known: [...inForce, ...withdrawn],
    closing: rows.filter((row) => MAY_CLOSE.test(row.rules_text)).map(ready).filter(({ policy }) => Object.values(policy.kinds).some((kind) => kind.see !== null)),
    version(version) {
      const row = byVersion.get(version);
      if (!row) throw new Error(`no policy version ${version}`);
      return ready(row);
    },
    forKind: (kind) => inForce.find((each) => own(each.policy.kinds, kind)),
    since: Object.fromEntries(rows.map((row) => [row.version, row.in_force_from])),
  };
}
