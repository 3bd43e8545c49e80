import { describe, expect, it } from 'vitest';
import type { AskJson } from '../../contract.ts';
import { bodyOf, derivedSubject, draftLacks, EMPTY_DRAFT, isEmptyDraft, isOnlyRung, LONGEST, placedAsks, savedAs, spareCharacters, type Draft } from './draft.ts';

const draft = (over: Partial<Draft>): Draft => ({ ...EMPTY_DRAFT, ...over });
const ask = (name: string, type: AskJson['type']): AskJson => ({ name, title: name, type, values: [], required: false, value: null, clause: [] });
const ID = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('the draft of an intake', () => {
  it('is empty while only the kind is chosen', () => {
    expect(isEmptyDraft(draft({ kind: 'complaint', call: '7' }))).toBe(true);
    expect(isEmptyDraft(draft({ phone: '138' }))).toBe(false);
    expect(isEmptyDraft(draft({ pictures: [{ id: 'p', name: 'x.png', attachment: null, at: 0 }] }))).toBe(false);
  });
  it('only rang until somebody writes in it: its customer may be found, but a number typed by hand is written', () => {
    const rang = draft({ call: 'c1', rung: '+86 139-2222 0001', phone: '+86 139-2222 0001' });
    expect(isOnlyRung(rang)).toBe(true);
    expect(isOnlyRung({ ...rang, phone: '13922220001', customer: { id: ID, name: '王' } })).toBe(true);
    for (const written of [{ content: '漏水' }, { answers: { noisy: true } }, { name: '王' }, { phone: '13800000000' }]) expect(isOnlyRung({ ...rang, ...written })).toBe(false);
    expect(isOnlyRung(draft({ call: 'c2', rung: '', phone: '13800000000' }))).toBe(false);
    expect(isOnlyRung(draft({ phone: '138' }))).toBe(false);
  });
  it('lacks kind and content, never a name: a caller who gives none is unnamed', () => {
    expect(draftLacks(EMPTY_DRAFT)).toEqual(['kind', 'content']);
    expect(draftLacks(draft({ kind: 'c', content: 'x', phone: '138' }))).toEqual([]);
    expect(bodyOf(draft({ kind: 'c', content: 'x', phone: '138' }), [], '未留名').customer).toEqual({ name: '未留名', phone: '138' });
    expect(draftLacks(draft({ kind: 'c', content: 'x', phone: '138', customer: { id: ID, name: '王' } }))).toEqual([]);
    expect(draftLacks(draft({ kind: 'c', content: 'x' }))).toEqual([]);
  });
  it('lacks no words while somebody is in danger: the record does not wait for them', () => {
    expect(draftLacks(draft({ kind: 'c', phone: '138' }), '', true)).toEqual([]);
    expect(draftLacks(draft({ phone: '138', content: '字'.repeat(LONGEST + 1) }), '', true)).toEqual(['kind', 'long']);
  });
  it('says how much is too much instead of cutting it, the line about the caller counted in', () => {
    expect(spareCharacters({ content: '字'.repeat(LONGEST) })).toBe(0);
    expect(spareCharacters({ content: '字'.repeat(LONGEST) }, '（来电人：家属）')).toBe(-9);
    expect(draftLacks(draft({ kind: 'c', content: '字'.repeat(LONGEST + 1) }))).toEqual(['long']);
    expect(bodyOf(draft({ kind: 'c', content: '字'.repeat(LONGEST + 1) }), [], '').content).toHaveLength(LONGEST + 1);
  });
  it('is saved under the name of its call, else under its own', () => {
    expect(savedAs(draft({ id: 'd1' }))).toBe('d1');
    expect(savedAs(draft({ id: 'd1', call: '77' }))).toBe('call:77');
  });
  it('sends the known customer by id, a new one with what is known of him', () => {
    expect(bodyOf(draft({ kind: 'c', content: ' 漏水 ', phone: '138', customer: { id: ID, name: '王' } }), [], '未留名')).toEqual({ kind: 'c', channel: 'phone', content: '漏水', customer: { id: ID } });
    expect(bodyOf(draft({ kind: 'c', phone: '138' }), [], '未留名').customer).toEqual({ name: '未留名', phone: '138' });
    expect(bodyOf(draft({ kind: 'c' }), [], '未留名')).not.toHaveProperty('customer');
  });
  it('keeps who called and where below the words, and a subject only when somebody wrote one', () => {
    const body = bodyOf(draft({ kind: 'c', content: '漏水' }), [], '', '（来电人：家属；位置：3-2-1202）');
    expect(body).toEqual({ kind: 'c', channel: 'phone', content: '漏水\n（来电人：家属；位置：3-2-1202）' });
    expect(bodyOf(draft({ kind: 'c', content: '漏水', subject: ' 厨房 ' }), [], '').subject).toBe('厨房');
    expect(derivedSubject(draft({ content: '厨房\n龙头漏水', address: '3-2-1201' }))).toBe('3-2-1201 厨房 龙头漏水');
  });
  it('sends only facts of the chosen kind, for answers of another kind may still stand in the draft', () => {
    const body = bodyOf(draft({ kind: 'c', answers: { loss: true, whose: 'internal' } }), [ask('loss', 'tick')], '');
    expect(body.facts).toEqual({ loss: true });
  });
  it('places ticks as chips, the severity beside the forecast, time and wish by themselves, and leaves out the content asked elsewhere', () => {
    const placed = placedAsks([ask('content', 'text'), ask('loss', 'tick'), ask('severity', 'one'), ask('demand', 'text'), ask('reply_by', 'instant'), ask('wants_by', 'instant')], [{ fact: 'severity' }]);
    expect([placed.ticks, placed.axes, placed.rest].map((list) => list.map((one) => one.name))).toEqual([['loss'], ['severity'], ['wants_by']]);
    expect([placed.wanted?.name, placed.answerBy?.name]).toEqual(['demand', 'reply_by']);
  });
});
