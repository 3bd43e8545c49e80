import { describe, expect, it } from 'vitest';
import type { PossibleAct, RefusalJson } from '../../contract.ts';
import { doorkeepers, tellingOf, waysOut } from './refusals.ts';

const act = (name: string, over: Partial<PossibleAct> = {}): PossibleAct => ({
  act: name, title: name, is: 'record', allowed: true, refusals: [], asks: [], mine: false, daily: false, guidance: [], means: null, approved: false, approval: null, given: {}, ...over,
});
const refusal = (kind: string, needs: RefusalJson['needs'], conditional = false): RefusalJson => ({ clause: [], clauseText: [], rule: 'r', kind, text: '', needs, who: [], people: [], say: null, conditional });
const approval = { is: 'approval', title: '让步补偿', approval: 'concession', by: [] };
const revisit = { is: 'act', title: '回访', act: 'revisit', by: ['revisit'] };
const others = [refusal('may', [{ is: 'position', title: '经理', by: [] }])];

describe('the ways out of a refusal', () => {
  it('offer to ask for approval only where that would open the door', () => {
    expect(waysOut(act('concede'), [refusal('approval', [approval])], []).approvable).toBe(true);
    expect(waysOut(act('concede'), [refusal('approval', [approval]), refusal('stage', [])], []).approvable).toBe(false);
    expect(waysOut(act('close'), [refusal('guard', [revisit])], []).approvable).toBe(false);
  });
  it('offer the missing step itself, what can be done now before what has a door of its own', () => {
    const acts = [act('sign', { allowed: false, refusals: [refusal('guard', [])] }), act('revisit')];
    expect(waysOut(act('close'), [refusal('guard', [{ is: 'act', title: '签字', by: ['sign'] }, revisit])], acts).first.map((one) => one.act)).toEqual(['revisit', 'sign']);
    expect(waysOut(act('close'), [refusal('stage', [{ is: 'stage', title: '已办结', by: ['revisit'] }])], acts).first.map((one) => one.act)).toEqual(['revisit']);
  });
  it('offer to chase whoever owes the missing step where it is not the reader’s', () => {
    const acts = [act('revisit', { allowed: false, refusals: others }), act('chase', { is: 'chase', daily: true })];
    const found = waysOut(act('close'), [refusal('guard', [revisit])], acts);
    expect([found.first, found.chase?.act]).toEqual([[], 'chase']);
    expect(waysOut(act('close'), [refusal('guard', [])], acts).chase).toBeNull();
  });
  it('offer to give the reason only to whoever may record late', () => {
    const reason = { is: 'reason', title: '原因', by: [] };
    expect(waysOut(act('reply'), [refusal('late', [reason])], []).reason).toBe(true);
    expect(waysOut(act('reply'), [refusal('late', [{ is: 'right', title: '补录权限', by: [] }, reason])], []).reason).toBe(false);
  });
  it('name whoever opens the door once', () => {
    const wang = { name: '王芳', away: false, standIn: null };
    expect(doorkeepers([{ ...refusal('guard', []), people: [wang] }, { ...refusal('may', []), people: [wang, { name: '赵强', away: true, standIn: '王芳' }] }]).map((each) => each.name)).toEqual(['王芳', '赵强']);
  });
  it('always offer to write down what has happened, but not for acts of daily life', () => {
    const recording = act('record-breach', { is: 'record-fact', daily: true });
    expect(waysOut(act('concede'), [], [recording]).asFact).toBe(recording);
    expect(waysOut(act('waive', { daily: true }), [], [recording]).asFact).toBeNull();
  });
  it('give the sentence for the telephone: whom it depends on, what comes first, or that it comes later', () => {
    expect(tellingOf(act('concede'), [refusal('approval', [approval])])?.word).toBe('tellApproval');
    expect(tellingOf(act('close'), [refusal('approval', [approval], true), refusal('guard', [revisit])])).toEqual({ word: 'tellFirst', values: { act: '回访' } });
    expect(tellingOf(act('close'), [refusal('guard', [revisit])], [act('revisit', { allowed: false })])?.word).toBe('tellWork');
    expect(tellingOf(act('close'), [refusal('stage', [])])?.word).toBe('tellLater');
    expect(tellingOf(act('waive', { daily: true }), [])).toBeNull();
  });
});
