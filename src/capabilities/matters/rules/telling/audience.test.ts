import { describe, expect, it } from 'vitest';
import type { Bearer } from '#engine';
import { audienceOf } from './audience.ts';

const person = (id: string, unit: string | null, ...positions: string[]) => ({ person: id, unit, positions: positions.map((position) => ({ position, unit })) });
const directory = { units: ['service', 'works'], people: [person('li', 'service', 'clerk'), person('wang', 'works', 'clerk', 'manager'), person('zhao', null, 'director')] };

const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const told = (to: readonly Bearer[], overseeing: readonly string[], from: object = {}, except: readonly Bearer[] = []) => {
  const { people, movedUp, standsFor } = audienceOf({ to, except, overseeing }, { directory: { ...directory, ...from }, now: NOW, matter: 'm' });
  return { people, movedUp, ...(standsFor.size ? { standsFor: Object.fromEntries(standsFor) } : {}) };
};
const leave = (who: string, by: string, more: object = {}) => ({ person: who, from: NOW - 1, until: NOW + 1, by, only: null, except: [], ...more });

describe('the audience of a notice', () => {
  it('is everybody who holds the position now, in the unit that was named', () => {
    expect(told([{ position: 'clerk' }], ['director'])).toEqual({ people: ['li', 'wang'], movedUp: false });
    expect(told([{ position: 'clerk', unit: 'works' }], ['director']).people).toEqual(['wang']);
    expect(told([{ unit: 'service' }], []).people).toEqual(['li']);
  });

  it('names each person once, however many of the bearers he is', () => {
    expect(told([{ position: 'clerk' }, { position: 'manager' }, { person: 'wang' }], []).people).toEqual(['li', 'wang']);
  });

  it('moves to those who oversee when nobody holds what was named, and says so', () => {
    expect(told([{ person: 'gone' }, { position: 'night-shift' }], ['director', 'manager'])).toEqual({ people: ['zhao', 'wang'], movedUp: true });
  });

  it('has no gap where one of several holders is gone: the others are told themselves', () => {
    expect(told([{ person: 'gone', position: 'clerk' }], ['director'])).toEqual({ people: [], movedUp: false });
    expect(told([{ person: 'gone', position: 'night-shift' }], ['director'])).toEqual({ people: ['zhao'], movedUp: true });
  });

  it('is also the substitute while somebody is on leave, for the matters that are his, and not a day longer', () => {
    const away = { absences: [leave('li', 'zhao')] };
    expect(told([{ unit: 'service' }], [], away)).toEqual({ people: ['li', 'zhao'], movedUp: false, standsFor: { zhao: 'li' } });
    expect(told([{ unit: 'service' }], [], { absences: [leave('li', 'zhao', { except: ['m'] }), leave('li', 'wang', { only: ['m'] })] }).standsFor).toEqual({ wang: 'li' });
    expect(told([{ unit: 'service' }], [], { absences: [leave('li', 'zhao', { until: NOW })] })).toEqual({ people: ['li'], movedUp: false });
  });

  it('is nobody twice: a substitute who bears it himself hears it as his own', () => {
    expect(told([{ position: 'clerk' }], [], { absences: [leave('li', 'wang')] })).toEqual({ people: ['li', 'wang'], movedUp: false });
  });

  it('is the successor of somebody who left for good, not those who oversee', () => {
    expect(told([{ person: 'gone' }], ['director'], { absences: [leave('gone', 'wang', { until: null })] })).toEqual({ people: ['wang'], movedUp: false, standsFor: { wang: 'gone' } });
  });

  it('leaves out who hears of it otherwise, and does not move up for that', () => {
    expect(told([{ position: 'clerk' }], ['director'], {}, [{ unit: 'works' }])).toEqual({ people: ['li'], movedUp: false });
    expect(told([{ unit: 'works' }], ['director'], {}, [{ person: 'wang' }])).toEqual({ people: [], movedUp: false });
    expect(told([{ unit: 'service' }], [], { absences: [leave('li', 'zhao')] }, [{ person: 'zhao' }])).toEqual({ people: ['li'], movedUp: false });
  });
});
