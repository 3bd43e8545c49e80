import { bearsIn, isOwing, type HeldPosition, type MatterState, type ObligationState, type World } from '#engine';

/** A reader of a notice, as far as it matters what lies on him. */
export interface Reader { readonly id: string; readonly unit: string | null; readonly positions: readonly HeldPosition[] }
/** What a notice says of what is owed: the obligation it is about, or keys of what is newly owed. */
export interface About { readonly template: string; readonly obligation?: string | null | undefined; readonly of?: readonly string[] | undefined }

/** These ask somebody to act without naming what: he hears of the first he owes himself. */
export const ASKING: readonly string[] = ['chased', 'assigned', 'returned', 'urgent'];

/** The obligation a notice is about, for its reader. */
export function obligationFor({ template, obligation, of }: About, world: World, state: MatterState, reader: Reader): ObligationState | undefined {
  if (obligation) return state.obligations.find((each) => each.key === obligation);
  if (!ASKING.includes(template)) return undefined;
  const actor = { is: 'person', person: reader.id, unit: reader.unit, positions: reader.positions, rights: [] } as const;
  const owing = state.obligations.filter((each) => isOwing(each) && (of ?? [each.key]).includes(each.key) && bearsIn(world, actor, each.bearers, state.id));
  return owing.toSorted((left, right) => (left.dueAt ?? Infinity) - (right.dueAt ?? Infinity))[0];
}

/** Whether what a notice asked for is still to be done, as the matter is now. What was done against a rule is to be looked at, whatever became of the matter. */
export function stillOwed(world: World, state: MatterState, { template, obligation }: About, person: string): boolean {
  const { policy, directory } = world;
  if (template === 'recorded-against-rule') return true;
  if (state.ended !== null) return false;
  if (obligation != null) {
    const owed = state.obligations.find((each) => each.key === obligation);
    return owed !== undefined && isOwing(owed);
  }
  if (state.stage !== policy.kinds[state.kind]?.stages.at(-1)) return true;
  const own = directory.people.find((each) => each.person === person);
  return own !== undefined && state.obligations.some((each) => isOwing(each) && bearsIn(world, { is: 'person', person, unit: own.unit, positions: own.positions, rights: [] }, each.bearers, state.id));
}
