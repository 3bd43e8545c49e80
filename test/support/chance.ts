/** Numbers from 0 to 1 that are the same for the same seed, so that a failed run can be run again (mulberry32). */
export type Chance = () => number;

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The seed of this run: `GATE_SEED` to repeat one, else the time; printed, so that it can be given again. */
export function seedOfRun(): number {
  const seed = Number(process.env['GATE_SEED'] ?? Date.now() % 1_000_000_000);
  process.stdout.write(`GATE_SEED=${seed}\n`);
  return seed;
}
