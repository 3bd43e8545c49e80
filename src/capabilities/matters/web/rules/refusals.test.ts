import { describe, expect, it } from 'vitest';
import type { PossibleAct, RefusalJson } from '../../contract.ts';
import { tellingOf, waysOut } from './refusals.ts';

const act = (name: string, over: Partial<PossibleAct> = {}): PossibleAct => ({
  act: name, title: name, is: 'record', allowed: true, refusals: [], asks: [], mine: false, daily: false, guidance: [], approved: false, approval: null, given: {}, ...over,
});
const refusal = (kind: string, needs: RefusalJson['needs'], conditional = false): RefusalJson => ({ clause: [], clauseText: [], rule: 'r', kind, text: '', needs, who: [], say: null, conditional });
const approval = { is: 'approval', title: '让步补偿', approval: 'concession' };
const revisit = { is: 'act', title: '回访', act: 'revisit' };

describe('the ways out of a refusal', () => {
  it('offer to ask for approval only where that would open the door', () => {
    expect(waysOut(act('concede'), [refusal('approval', [approval])], []).approvable).toBe(true);
    expect(waysOut(act('concede'), [refusal('approval', [approval]), refusal('stage', [])], []).approvable).toBe(false);
    expect(waysOut(act('close'), [refusal('guard', [revisit])], []).approvable).toBe(false);
  });
  it('offer the act that is missing, if the reader can do it now', () => {
    const acts = [act('revisit'), act('sign', { allowed: false })];
    expect(waysOut(act('close'), [refusal('guard', [revisit, { is: 'act', title: '签字', act: 'sign' }])], acts).first.map((one) => one.act)).toEqual(['revisit']);
  });
  it('always offer to write down what has happened, but not for acts of daily life', () => {
    const recording = act('record-breach', { is: 'record-fact', daily: true });
    expect(waysOut(act('concede'), [], [recording]).asFact).toBe(recording);
    expect(waysOut(act('waive', { daily: true }), [], [recording]).asFact).toBeNull();
  });
  it('give the sentence for the telephone: whom it depends on, what comes first, or that it comes later', () => {
    expect(tellingOf(act('concede'), [refusal('approval', [approval])])?.word).toBe('tellApproval');
    expect(tellingOf(act('close'), [refusal('approval', [approval], true), refusal('guard', [revisit])])).toEqual({ word: 'tellFirst', values: { act: '回访' } });
    expect(tellingOf(act('close'), [refusal('stage', [])])?.word).toBe('tellLater');
    expect(tellingOf(act('waive', { daily: true }), [])).toBeNull();
  });
});
