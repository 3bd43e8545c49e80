/** What the server said of its clock, and how far a steady local counter had run when it said so (milliseconds). */
export interface ClockReading { readonly now: number; readonly running: boolean; readonly readAt: number }

/**
 * The server's time at a later reading of the same local counter. A frozen clock (a demonstration) stands where it was read;
 * the wall clock of this machine is never asked, for office machines are wrong by minutes.
 */
export function nowFrom(reading: ClockReading, counter: number): number {
  return reading.running ? reading.now + Math.max(0, counter - reading.readAt) : reading.now;
}
