import type { TestProject } from 'vitest/node';

/** Before the journeys: nothing yet is started for all of them together. @returns what undoes it. */
export default function setup(_project: TestProject): () => void {
  return () => undefined;
}
