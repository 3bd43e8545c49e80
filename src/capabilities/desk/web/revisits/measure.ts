/** What is agreed with a customer who is not satisfied: why, what is done now, by whom and by when. */
export interface Measure { readonly reason: string; readonly what: string; readonly who: string; readonly by: string }

/** Whether nothing of it is missing: a dissatisfaction without a new measure helps nobody. */
export function isWhole(measure: Measure): boolean {
  return Object.values(measure).every((each) => each.trim() !== '');
}
