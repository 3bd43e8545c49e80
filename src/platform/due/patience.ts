/**
 * Waits for work, but not for ever; the work itself is not ended. Never throws: a failure is an end.
 * @returns whether it has ended, well or not.
 */
export async function waitAtMost(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((settle) => { timer = setTimeout(() => settle(false), milliseconds); });
  return Promise.race([work.then(() => true as const, () => true as const), late]).finally(() => clearTimeout(timer));
}
