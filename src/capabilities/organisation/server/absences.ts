import type { Absence } from '#engine';
import type { Scope, TenantActor } from '#platform/db/index.ts';
import type { Leave } from '../rules/substitutes.ts';

/** A leave as it is entered: from, until (null = for good), who stands in for everything, and who for single matters. */
export interface EnteredAbsence {
  readonly id: string;
  readonly person: string;
  readonly from: number;
  readonly until: number | null;
  readonly substitute: string;
  readonly enteredBy: string;
  readonly matters: readonly { readonly matter: string; readonly substitute: string }[];
}

const ABSENCES = `select a.id, a.person_id as person, a.from_at as "from", a.until_at as until, a.substitute_id as substitute, a.entered_by as "enteredBy",
    coalesce((select jsonb_agg(jsonb_build_object('matter', m.matter_id, 'substitute', m.substitute_id) order by m.matter_id) from absence_matter m where m.tenant_id = a.tenant_id and m.absence_id = a.id), '[]') as matters
  from absence a where a.tenant_id = $1 order by a.from_at, a.id`;

/** Every leave of the company, past ones too, in the order in which they begin. */
export async function absencesOf<A extends TenantActor>(scope: Scope<A>): Promise<readonly EnteredAbsence[]> {
  return (await scope.run<EnteredAbsence>({ name: 'absences', text: ABSENCES, values: [scope.tenant] })).rows;
}

/** As the engine's directory takes it: one entry per substitute. */
export function standingIn(entered: readonly EnteredAbsence[]): readonly Absence[] {
  return entered.flatMap(({ person, from, until, substitute, matters }) => {
    const others = [...new Set(matters.map((each) => each.substitute))].filter((each) => each !== substitute);
    const named = matters.filter((each) => each.substitute !== substitute).map((each) => each.matter);
    return [
      { person, from, until, by: substitute, only: null, except: named },
      ...others.map((by) => ({ person, from, until, by, only: matters.filter((each) => each.substitute === by).map((each) => each.matter), except: [] })),
    ];
  });
}

/** As the rules about leave take it. */
export function leaveOf({ person, from, until, substitute, matters }: EnteredAbsence): Leave {
  return { person, from, until, substitutes: [...new Set([substitute, ...matters.map((each) => each.substitute)])] };
}
