import type { DrillAnswer } from '../contract.ts';

/** Who would be told off shift or on leave with nobody else there for the same step: a telephone that rings at home is nobody reached. */
export function offShiftOf({ calls, owed }: Pick<DrillAnswer, 'calls' | 'owed'>): readonly string[] {
  const steps = [...calls.filter((call) => call.minute === 0).map(({ to }) => to), ...owed.map(({ to }) => to)];
  const alone = steps.filter((to) => {
    const people = to.flatMap((each) => each.people);
    return people.length > 0 && people.every(({ state }) => state === 'off-duty' || state === 'away');
  });
  return [...new Set(alone.flatMap((to) => to.flatMap((each) => each.people.map(({ name }) => name))))];
}
