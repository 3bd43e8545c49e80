import { waitAtMost } from '#platform/due/index.ts';

/** One step of the end, and how long the ones behind it wait for it. */
export interface EndStep { readonly what: string; readonly patience: number; end(): Promise<unknown> }

/**
 * Ends the product in order: requests and what runs beside them, then the sessions. What hangs or fails is said and left, so that
 * the database behind it always ends, too, within the time a service is given.
 */
export async function endInOrder(steps: readonly EndStep[], endDatabase: () => Promise<unknown>, tell: (what: string) => void): Promise<void> {
  for (const { what, patience, end } of steps) {
    const ending = Promise.resolve().then(end).catch((error: unknown) => tell(`${what}: ${error instanceof Error ? error.message : String(error)}`));
    if (!(await waitAtMost(ending, patience))) tell(`${what} did not end in time`);
  }
  await endDatabase();
}
