import { nearest } from './nearest.ts';
import { typeOfFact, type ConditionType, type Fields } from './types.ts';
import { actFields, own, type Vocabulary } from './vocabulary.ts';

/** What the names of one condition can mean: where it stands decides the facts, the roles and `it`. */
export interface ConditionEnv {
  /** Type of `it`; null where there is no act, item or person to look at. */
  readonly it: ConditionType | null;
  fact(name: string): ConditionType | null;
  /** A unit, a position, or a role of this kind. */
  bearer(name: string): boolean;
  act(name: string): Fields | null;
  /** `parent.severity`, `about.warranty_until`. */
  path(root: string, path: readonly string[]): ConditionType | null;
  has(what: 'calendar' | 'duty' | 'score' | 'qualification', name: string): boolean;
  /** The known name nearest to a wrong one. */
  suggest(what: 'fact' | 'act' | 'name' | 'calendar' | 'duty' | 'score' | 'qualification', name: string): string | null;
}

/** Environment of the conditions of one kind. `it` = fields of the act a rule looks at. */
export function conditionEnv(vocabulary: Vocabulary, kind: string, it: Fields | null): ConditionEnv {
  const owner = own(vocabulary.kinds, kind);
  const facts = owner?.facts ?? {};
  const bearers = [...Object.keys(vocabulary.units), ...Object.keys(vocabulary.positions), ...Object.keys(owner?.roles ?? {})];
  const listed = { calendar: Object.keys(vocabulary.calendars), duty: Object.keys(vocabulary.duties), score: Object.keys(vocabulary.scores), qualification: [...vocabulary.qualifications] };
  return {
    it: it && { is: 'record', fields: it },
    fact: (name) => factType(vocabulary, kind, name),
    bearer: (name) => bearers.includes(name),
    act: (name) => actFields(vocabulary, kind, name),
    path: (root, path) => typeOfPath(vocabulary, kind, root, path),
    has: (what, name) => listed[what].includes(name),
    suggest: (what, name) => {
      if (what === 'fact') return nearest(name, Object.keys(facts));
      if (what === 'act') return nearest(name, Object.keys(owner?.acts ?? {}));
      return nearest(name, what === 'name' ? [...Object.keys(facts), ...bearers] : listed[what]);
    },
  };
}

function factType(vocabulary: Vocabulary, kind: string, name: string): ConditionType | null {
  const owner = own(vocabulary.kinds, kind);
  const fact = owner && own(owner.facts, name);
  return fact ? typeOfFact(fact.type) : null;
}

/** What the house, person or device brings is declared elsewhere, so `about.…` may be anything; the matter above is known. */
function typeOfPath(vocabulary: Vocabulary, kind: string, root: string, path: readonly string[]): ConditionType | null {
  const owner = own(vocabulary.kinds, kind);
  const [first, ...rest] = path;
  if (!owner || first === undefined) return null;
  if (root === 'about') return owner.about ? { is: 'anything' } : null;
  if (root !== 'parent' || !owner.parent) return null;
  if (rest.length > 0) return typeOfPath(vocabulary, owner.parent, first, rest);
  const above = own(vocabulary.kinds, owner.parent);
  if (above && Object.hasOwn(above.roles, first)) return { is: 'bearer' };
  return factType(vocabulary, owner.parent, first);
}
