/** More than a glance at two clocks would show. */
const TOLERATED = 10_000;

/**
 * By how many seconds a computer's clock is off, measured over one question and answer; 0 within what the way itself may take.
 * @param asked - by this computer, when the question left. @param told - by the server. @param heard - by this computer, when the answer came.
 */
export function secondsOff(asked: number, told: number, heard: number): number {
  const off = (asked + heard) / 2 - told;
  return Math.abs(off) <= TOLERATED + (heard - asked) / 2 ? 0 : Math.round(off / 1000);
}
