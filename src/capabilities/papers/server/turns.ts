const waiting = new Map<string, Promise<unknown>>();

/**
 * Does work when it is its turn for all of these: one after the other in this process, whoever comes first is first. What counts up
 * reads its number in its turn and keeps it until it is written, so that nobody has to begin again because another was quicker.
 */
export function inTurn<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
  // In one order for everybody: two that want the same never wait for each other.
  return [...new Set(keys)].toSorted().reduceRight((inner, key) => () => afterOthers(key, inner), work)();
}

function afterOthers<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = waiting.get(key) ?? Promise.resolve();
  const mine = before.then(work);
  const ended = mine.then(() => undefined, () => undefined).then(() => { if (waiting.get(key) === ended) waiting.delete(key); });
  waiting.set(key, ended);
  return mine;
}
