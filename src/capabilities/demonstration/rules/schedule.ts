import type { Instant } from '#engine';
import type { Story, StoryAct, StoryMatter } from './story.ts';
import { storyTime, type StoryTimes } from './times.ts';

/** One matter of the story while it is played. Those the system opens below another have an `above` and wait until it does. */
export interface Told {
  readonly name: string;
  readonly kind: string;
  readonly matter: StoryMatter | null;
  readonly above: Told | null;
  /** From where `+…` counts: when the matter, or the one above it, was received. */
  readonly base: Instant;
}
export type Step = { readonly at: Instant; readonly told: Told } & ({ readonly is: 'receive' } | { readonly is: 'act'; readonly act: StoryAct });

/**
 * All steps of a story over all its matters in the order of time, so that numbers are given in the order in which things came.
 * Steps of one instant stay in the order of the file.
 * @throws RangeError when a step lies after the story's `now`.
 */
export function stepsOf(story: Story, times: StoryTimes): readonly Step[] {
  const steps = story.matters.flatMap((matter, index) => stepsOfMatter(matter, `#${index + 1} ${matter.kind}`, times));
  const late = steps.find((step) => step.at > times.now);
  if (late) throw new RangeError(`${late.told.name}: a step lies after the story's now`);
  return steps.toSorted((one, other) => one.at - other.at);
}

function stepsOfMatter(matter: StoryMatter, name: string, times: StoryTimes): readonly Step[] {
  const base = storyTime(matter.received, times, times.now);
  const told: Told = { name, kind: matter.kind, matter, above: null, base };
  const below = (matter.opens ?? []).map(({ kind, acts }) => ({ told: { name: `${name} > ${kind}`, kind, matter: null, above: told, base }, acts }));
  const done = [{ told, acts: matter.acts }, ...below].flatMap((each) => (each.acts ?? []).map((act): Step => ({ is: 'act', at: storyTime(act.at, times, base), told: each.told, act })));
  return [{ is: 'receive', at: base, told }, ...done];
}
