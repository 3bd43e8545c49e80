import { describe, expect, it } from 'vitest';
import { AGAIN_AFTER, SILENT, soundOf, type Present, type Rung } from './sounding.ts';

/** What sounds at which second, for what is there at each. */
function heard(present: (second: number) => Partial<Present>, seconds: number): readonly string[] {
  let rung: Rung = SILENT;
  const sounds: string[] = [];
  for (let second = 0; second < seconds; second += 1) {
    const next = soundOf(rung, { open: [], reminders: 0, ...present(second) }, second * 1000);
    rung = next.rung;
    if (next.sound) sounds.push(`${second} ${next.sound}`);
  }
  return sounds;
}

describe('the sound of notices', () => {
  it('is an alarm at once and every twenty seconds until it is taken', () => {
    expect(AGAIN_AFTER).toBe(20_000);
    expect(heard((second) => ({ open: second >= 5 && second < 50 ? ['a'] : [] }), 120)).toEqual(['5 alarm', '25 alarm', '45 alarm']);
  });

  it('is one alarm for many that come together, and another for one that comes later', () => {
    expect(heard((second) => ({ open: second < 1 ? ['a', 'b'] : second < 10 ? ['a', 'b', 'c', 'd'] : ['a', 'b', 'c', 'd', 'e'] }), 25)).toEqual(['0 alarm', '10 alarm']);
  });

  it('goes on for those still open when one is taken, without starting anew', () => {
    expect(heard((second) => ({ open: second < 7 ? ['a', 'b'] : ['b'] }), 45)).toEqual(['0 alarm', '20 alarm', '40 alarm']);
  });

  it('is an alarm again at once when one comes soon after the last was taken', () => {
    expect(heard((second) => ({ open: second < 4 ? ['a'] : second < 8 ? [] : ['b'] }), 10)).toEqual(['0 alarm', '8 alarm']);
  });

  it('is one short chime for reminders, however many, and nothing for what is only counted', () => {
    expect(heard((second) => ({ reminders: second === 3 ? 200 : second === 4 ? 5 : second === 9 ? 1 : 0 }), 30)).toEqual(['3 chime', '9 chime']);
    expect(heard(() => ({}), 60)).toEqual([]);
  });

  it('is the alarm alone where a reminder comes with it', () => {
    expect(heard((second) => ({ open: ['a'], reminders: second === 0 || second === 1 ? 1 : 0 }), 10)).toEqual(['0 alarm']);
  });
});
