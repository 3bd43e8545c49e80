import { describe, expect, it } from 'vitest';
import { audienceOf } from './audience.ts';

const person = (id: string, unit: string | null, ...positions: string[]) => ({ person: id, unit, positions: positions.map((position) => ({ position, unit })) });
const directory = { units: ['service', 'works'], people: [person('li', 'service', 'clerk'), person('wang', 'works', 'clerk', 'manager'), person('zhao', null, 'director')] };

describe('the audience of a notice', () => {
  it('is everybody who holds the position now, in the unit that was named', () => {
    expect(audienceOf([{ position: 'clerk' }], ['director'], directory)).toEqual({ people: ['li', 'wang'], movedUp: false });
    expect(audienceOf([{ position: 'clerk', unit: 'works' }], ['director'], directory).people).toEqual(['wang']);
    expect(audienceOf([{ unit: 'service' }], [], directory).people).toEqual(['li']);
  });

  it('names each person once, however many of the bearers he is', () => {
    expect(audienceOf([{ position: 'clerk' }, { position: 'manager' }, { person: 'wang' }], [], directory).people).toEqual(['li', 'wang']);
  });

  it('moves to those who oversee when nobody holds what was named, and says so', () => {
    expect(audienceOf([{ person: 'gone' }, { position: 'night-shift' }], ['director', 'manager'], directory)).toEqual({ people: ['zhao', 'wang'], movedUp: true });
  });

  it('has no gap where one of several holders is gone: the others are told themselves', () => {
    expect(audienceOf([{ person: 'gone', position: 'clerk' }], ['director'], directory)).toEqual({ people: [], movedUp: false });
    expect(audienceOf([{ person: 'gone', position: 'night-shift' }], ['director'], directory)).toEqual({ people: ['zhao'], movedUp: true });
  });
});
