/** Whose a phrase is: a person's, or a unit's. */
export interface Kept { readonly person: string | null; readonly unit: string | null }
export interface Keeper { readonly person: string; readonly unit: string | null; readonly rights: readonly string[] }

/** A unit's phrases are kept by whoever oversees in it: what all say to customers is nobody's private wording. */
export function mayKeepForTeam(keeper: Keeper): boolean {
  return keeper.unit !== null && keeper.rights.includes('oversee');
}

/** Whether somebody sees a phrase at all. */
export function reads(keeper: Keeper, kept: Kept): boolean {
  return kept.person === keeper.person || (kept.unit !== null && kept.unit === keeper.unit);
}

/** Whether he may change or remove it. */
export function mayChange(keeper: Keeper, kept: Kept): boolean {
  return kept.person === keeper.person || (kept.unit !== null && kept.unit === keeper.unit && mayKeepForTeam(keeper));
}
