import { describe, expect, it } from 'vitest';
import { foldedAsks, givenAnswers, isBlank, missingNames, startingAnswers, type Ask } from './asks.ts';

const ask = (name: string, over: Partial<Ask> = {}): Ask => ({ name, title: name, type: 'text', values: [], required: false, value: null, clause: [], ...over });

describe('forms drawn from what an act asks', () => {
  it('starts with what is known, and an unticked tick as no', () => {
    expect(startingAnswers([ask('findings', { value: '漏水' }), ask('loss', { type: 'tick' }), ask('lawful', { type: 'yes-no' })])).toEqual({ findings: '漏水', loss: false });
  });
  it('names the required fields still empty, in the order of the form', () => {
    expect(missingNames([ask('to', { required: true }), ask('text'), ask('reason', { required: true })], { reason: '  ' })).toEqual(['to', 'reason']);
  });
  it('takes no, and zero, for an answer', () => {
    expect(missingNames([ask('lawful', { type: 'yes-no', required: true }), ask('amount', { type: 'money', required: true })], { lawful: false, amount: 0 })).toEqual([]);
    expect(isBlank(false)).toBe(false);
  });
  it('sends only what was asked and answered', () => {
    expect(givenAnswers([ask('text'), ask('reason')], { text: ' 已电话告知 ', reason: '', other: 1 })).toEqual({ text: '已电话告知' });
  });
  it('keeps every required field open and folds the optional ones beyond four', () => {
    const asks = [ask('a'), ask('b'), ask('c', { required: true }), ask('d'), ask('e'), ask('f', { required: true })];
    const { shown, folded } = foldedAsks(asks);
    expect(shown.map((one) => one.name)).toEqual(['a', 'b', 'c', 'f']);
    expect(folded.map((one) => one.name)).toEqual(['d', 'e']);
  });
});
