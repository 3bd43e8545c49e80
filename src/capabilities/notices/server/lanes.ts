const SIDE_BY_SIDE = 4;

/** Ways out of the product, each with a lane of its own: a receiver that is slow or silent holds up what goes to it, and nothing else. */
export interface Lanes {
  /** Does the work for all that wait in one lane, a few side by side in their order. While the lane is busy they stay where they are, and are looked at again after it. */
  start<T>(lane: string, waiting: readonly T[], work: (each: T) => Promise<boolean>): void;
  /** Settles when the lanes that are busy now are free. @returns whether anything was done, or was asked for meanwhile, so that more may wait. */
  settle(): Promise<boolean>;
  /** Takes on no more; what is under way goes on. */
  close(): void;
}

/** @param freed - called when a lane is free and more may wait for it. */
export function openLanes(freed: () => void, failed: (error: unknown) => void): Lanes {
  const busy = new Map<string, Promise<boolean>>();
  const wanted = new Set<string>();
  let closed = false;
  return {
    start(lane, waiting, work) {
      if (closed || waiting.length === 0) return;
      if (busy.has(lane)) {
        wanted.add(lane);
        return;
      }
      let done = false;
      const running = sideBySide(waiting, SIDE_BY_SIDE, async (each) => { if (!closed && (await work(each))) done = true; }).catch(failed).then(() => {
        busy.delete(lane);
        const more = wanted.delete(lane) || done;
        if (more && !closed) freed();
        return more;
      });
      busy.set(lane, running);
    },
    settle: async () => (await Promise.all(busy.values())).some(Boolean),
    close() { closed = true; },
  };
}

/** Does the work for each, at most so many at a time, in their order. */
export async function sideBySide<T>(list: readonly T[], most: number, work: (each: T) => Promise<void>): Promise<void> {
  const left = [...list];
  const worker = async (): Promise<void> => {
    for (let each = left.shift(); each !== undefined; each = left.shift()) await work(each);
  };
  await Promise.all(Array.from({ length: Math.min(most, left.length) }, worker));
}
