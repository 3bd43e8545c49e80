import type { Fact, Kind, Policy, Source } from '../policy.ts';

/** How a clause is carried; the strongest of all its citations counts. */
export const CARRIED = ['enforced', 'defined', 'measured', 'recorded', 'guided', 'open'] as const;
export type Carried = (typeof CARRIED)[number];

/** The part of policy.yaml that carries a clause; rows count from 1. */
export interface CarriedBy { readonly section: string; readonly id: string; readonly row?: number }
export interface Citation { readonly clause: string; readonly as: Exclude<Carried, 'open'>; readonly by: CarriedBy; readonly source: Source }

/** Every citation of a clause in a policy, in the order of the sections. */
export function citations(policy: Policy): readonly Citation[] {
  return [...enforced(policy), ...defined(policy), ...counted(policy)];
}

function* enforced(policy: Policy): Generator<Citation> {
  for (const section of ['duties', 'guards', 'reactions'] as const) {
    for (const rule of Object.values<{ readonly id: string; readonly source: Source; readonly rows: readonly { readonly source: Source }[] }>(policy[section])) {
      yield* cite('enforced', { section, id: rule.id }, rule.source);
      // A row that only inherits the clauses of its rule is no citation of its own.
      const own = new Set(rule.source.clause);
      for (const [index, row] of rule.rows.entries()) {
        const clause = row.source.clause.filter((id) => !own.has(id));
        yield* cite('enforced', { section, id: rule.id, ...(rule.rows.length > 1 ? { row: index + 1 } : {}) }, { ...row.source, clause });
      }
    }
  }
  for (const approval of Object.values(policy.approvals)) {
    yield* cite('enforced', { section: 'approvals', id: approval.id }, approval.source);
    for (const [index, step] of approval.steps.entries()) yield* cite('enforced', { section: 'approvals', id: approval.id, row: index + 1 }, step.source);
  }
}

function* defined(policy: Policy): Generator<Citation> {
  for (const section of ['words', 'calendars', 'units', 'positions', 'places'] as const) {
    for (const [id, part] of Object.entries<{ readonly source: Source }>(policy[section])) yield* cite('defined', { section, id }, part.source);
  }
  for (const kind of Object.values(policy.kinds)) yield* definedByKind(kind);
}

function* definedByKind(kind: Kind): Generator<Citation> {
  yield* cite('defined', { section: 'kinds', id: kind.id }, kind.source);
  for (const role of Object.values(kind.roles)) yield* cite('defined', { section: 'roles', id: `${kind.id}.${role.id}` }, role.source);
  for (const fact of Object.values(kind.facts)) {
    const id = `${kind.id}.${fact.id}`;
    yield* cite('defined', { section: 'facts', id }, fact.source);
    for (const value of valuesOf(fact)) yield* cite('defined', { section: 'values', id: `${id}.${value.id}` }, value.source);
  }
  for (const act of Object.values(kind.acts)) yield* cite('defined', { section: 'acts', id: `${kind.id}.${act.id}` }, act.source);
}

function* counted(policy: Policy): Generator<Citation> {
  for (const measure of Object.values(policy.measures)) yield* cite('measured', { section: 'measures', id: measure.id }, measure.source);
  for (const score of Object.values(policy.scores)) {
    for (const part of [score, ...score.items, ...score.bands]) yield* cite('measured', { section: 'scores', id: score.id }, part.source);
  }
  for (const form of Object.values(policy.forms)) yield* cite('recorded', { section: 'forms', id: form.id }, form.source);
  for (const guidance of Object.values(policy.guidance)) yield* cite('guided', { section: 'guidance', id: guidance.id }, guidance.source);
}

function valuesOf(fact: Fact): readonly { readonly id: string; readonly source: Source }[] {
  if (fact.type.is === 'one' || fact.type.is === 'many') return fact.type.values;
  if (fact.type.is === 'items') return fact.type.items;
  return fact.type.is === 'lines' ? Object.values(fact.type.columns).flatMap((column) => (column.is === 'one' ? column.values : [])) : [];
}

function* cite(as: Citation['as'], by: CarriedBy, source: Source): Generator<Citation> {
  for (const clause of source.clause) yield { clause, as, by, source };
}
