import type { ActRecord, Bearer, Directory, MatterState } from '../matter.ts';
import type { Policy, Who } from '../policy.ts';
import { holdersOf } from './match.ts';

/** One bearer slot of a duty: `all` and `every` make several, each with an obligation of its own. */
export interface Slot {
  readonly slot: string;
  /** Any of these; empty while nobody is bound to the role yet. */
  readonly bearers: readonly Bearer[];
}

export interface Bound {
  readonly policy: Policy;
  readonly directory: Directory;
  readonly matter: Pick<MatterState, 'roles' | 'about' | 'parent'> & { readonly kind?: string };
  readonly it: ActRecord | null;
  readonly applicant?: string;
}

/**
 * Resolves `who` to slots. A slot's name is its place in the list (or the person, for `every`): rows may name other
 * bearers, and the obligation stays the same one.
 */
export function slotsOf(who: Who, bound: Bound): readonly Slot[] {
  if (who.is === 'all') return who.of.map((each, index) => ({ slot: String(index + 1), bearers: bearersOf(each, bound) }));
  if (who.is !== 'every') return [{ slot: '1', bearers: bearersOf(who, bound) }];
  const holders = bearersOf(who.of, bound).flatMap((bearer) => holdersOf(bearer, bound.directory).map((person) => ({ person, bearer })));
  if (holders.length === 0) return [{ slot: '1', bearers: bearersOf(who.of, bound) }];
  const once = new Map(holders.map(({ person, bearer }) => [person, { ...bearer, person }]));
  return [...once].map(([person, bearer]) => ({ slot: person, bearers: [bearer] }));
}

function bearersOf(who: Who, bound: Bound): readonly Bearer[] {
  switch (who.is) {
    case 'any': case 'all': return who.of.flatMap((each) => bearersOf(each, bound));
    case 'every': return bearersOf(who.of, bound);
    case 'it': return itsBearer(who.field, bound.it);
    case 'special': return special(who.name, bound);
    case 'name': return named(who, bound);
  }
}

function itsBearer(field: string, it: ActRecord | null): readonly Bearer[] {
  if (field === 'to' && it?.fields.to) return [it.fields.to];
  if (field === 'actor' && it && it.actor !== 'system') return [it.actor];
  if (field === 'about' && it?.fields.about) return [{ person: it.fields.about }];
  return [];
}

function special(name: 'system' | 'applicant' | 'customer' | 'about', bound: Bound): readonly Bearer[] {
  if (name === 'applicant') return bound.applicant ? [{ person: bound.applicant }] : [];
  if (name === 'about') return bound.matter.about ? [{ person: bound.matter.about }] : [];
  return [];
}

function named(who: Extract<Who, { is: 'name' }>, { policy, matter }: Bound): readonly Bearer[] {
  const role = matter.roles[who.name] ?? matter.parent?.roles[who.name];
  if (role) return [role];
  if (policy.units[who.name]) return [{ unit: who.name }];
  const position = policy.positions[who.name];
  if (!position) return [];
  const of = who.of === null ? null : unitOf(who.of, policy, matter);
  if (of === 'unbound') return [];
  const unit = of?.unit;
  const names = who.atLeast ? atLeast(policy, who.name) : [who.name];
  return names.map((name) => (unit && policy.positions[name]?.inEveryUnit ? { position: name, unit } : { position: name }));
}

/** The unit that “manager of the handler” means. As long as the role is not bound, it means nobody's manager, not everybody's. */
function unitOf(name: string, policy: Policy, matter: Bound['matter']): { readonly unit?: string } | 'unbound' {
  const bound = matter.roles[name] ?? matter.parent?.roles[name];
  if (bound) {
    const unit = bound.unit ?? (bound.position ? policy.positions[bound.position]?.unit : null);
    return unit ? { unit } : {};
  }
  if (policy.units[name]) return { unit: name };
  const isRole = [matter.kind, matter.parent?.kind].some((kind) => kind !== undefined && policy.kinds[kind]?.roles[name]);
  return isRole ? 'unbound' : {};
}

/** The position and all above it, nearest first. */
function atLeast(policy: Policy, name: string): readonly string[] {
  const floor = policy.positions[name]?.level;
  if (floor === null || floor === undefined) return [name];
  return Object.values(policy.positions)
    .filter((position) => position.level !== null && position.level >= floor)
    .sort((a, b) => (a.level ?? 0) - (b.level ?? 0))
    .map((position) => position.id);
}
