import { describe, expect, it } from 'vitest';
import type { Act, Kind } from '../policy.ts';
import { stepsTowards } from './leading.ts';

const act = (id: string, over: Partial<Act> = {}): Act => ({ id, title: id, is: 'record', from: null, to: null, may: [], asks: [], outcomes: [], daily: null, source: { clause: [], ours: null } as unknown as Act['source'], ...over });
const acts = [
  act('receive', { is: 'receive' }), act('take', { from: ['new'], to: 'taken' }), act('resolve', { from: ['taken'], to: 'solved', asks: ['how'] }),
  act('revisit', { from: ['solved'], to: { satisfied: 'seen', unsatisfied: 'taken' } }), act('classify', { asks: ['severity'] }), act('correct', { is: 'correct', daily: 'work' }),
];
const kind = { acts: Object.fromEntries(acts.map((each) => [each.id, each])) } as unknown as Kind;

describe('the missing step of a refusal', () => {
  it('is the act itself, or whatever asks the fact, a correction last', () => {
    expect(stepsTowards(kind, { stage: 'new' }, { is: 'act', act: 'revisit' })).toEqual(['revisit']);
    expect(stepsTowards(kind, { stage: 'new' }, { is: 'fact', fact: 'severity' })).toEqual(['classify', 'correct']);
  });
  it('to a stage is the first act of the shortest way there', () => {
    expect(stepsTowards(kind, { stage: 'solved' }, { is: 'stage', stages: ['seen'] })).toEqual(['revisit']);
    expect(stepsTowards(kind, { stage: 'new' }, { is: 'stage', stages: ['seen', 'solved'] })).toEqual(['take']);
    expect(stepsTowards(kind, { stage: 'seen' }, { is: 'stage', stages: ['solved'] })).toEqual([]);
  });
  it('is none for what nobody gets by acting', () => {
    expect(stepsTowards(kind, { stage: 'new' }, { is: 'right', right: 'oversee' })).toEqual([]);
  });
});
