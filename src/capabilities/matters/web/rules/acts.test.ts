import { describe, expect, it } from 'vitest';
import type { AskJson, PossibleAct } from '../../contract.ts';
import { answeringAct, answersToSend, firstReason, forwardingAct, groupedVerbs, verbsOf, waitsForMe, wordsField } from './acts.ts';

const act = (name: string, over: Partial<PossibleAct> = {}): PossibleAct => ({ act: name, title: name, is: 'record', allowed: true, refusals: [], asks: [], mine: false, daily: false, guidance: [], means: null, approved: false, approval: null, given: {}, ...over });
const refused = (kind: string, needs: PossibleAct['refusals'][number]['needs']): PossibleAct['refusals'][number] => ({ clause: [], clauseText: [], rule: 'r', kind, text: '', needs, who: [], people: [], say: null, conditional: false });
const to: AskJson = { name: 'to', title: '转给', type: 'bearer', values: [], required: true, value: null, clause: [] };

describe('the verbs of a matter', () => {
  it('fill the act of my own obligation, and none when I owe nothing', () => {
    expect(verbsOf([act('classify'), act('forward', { mine: true })], []).primary?.act).toBe('forward');
    expect(verbsOf([act('classify')], []).primary).toBeNull();
  });
  it('do not fill an act that is refused', () => {
    expect(verbsOf([act('close', { mine: true, allowed: false })], []).primary).toBeNull();
  });
  it('show four beside it and two locked ones, and fold the rest away without losing any', () => {
    const acts = [act('a'), act('b'), act('c'), act('d'), act('e'), act('x', { allowed: false }), act('y', { allowed: false }), act('z', { allowed: false }), act('chase', { daily: true })];
    const verbs = verbsOf(acts, []);
    expect(verbs.beside).toHaveLength(4);
    expect(verbs.locked.map((one) => one.act)).toEqual(['x', 'y']);
    expect(verbs.more.map((one) => one.act)).toEqual(['e', 'chase', 'z']);
  });
  it('put acts of daily life behind the others', () => {
    expect(verbsOf([act('chase', { daily: true }), act('reply')], []).beside.map((one) => one.act)).toEqual(['reply', 'chase']);
  });
  it('show those who lead 督办, however many acts of others they may do', () => {
    const acts = [act('a'), act('b'), act('c'), act('d'), act('report', { mine: true }), act('chase', { daily: true, is: 'chase' }), act('oversee', { daily: true, is: 'oversee' })];
    const verbs = verbsOf(acts, []);
    expect([verbs.primary?.act, ...verbs.beside.map((one) => one.act)]).toEqual(['report', 'oversee', 'a', 'b', 'c']);
  });
  it('keep a second act of mine in sight', () => {
    const acts = [act('a'), act('b'), act('c'), act('d'), act('report', { mine: true }), act('inform', { mine: true })];
    expect(verbsOf(acts, []).beside.map((one) => one.act)).toContain('inform');
  });
  it('show as locked what lies ahead, never what is past or for others to do', () => {
    const course = { stage: 'b', stages: [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }] };
    const staged = (name: string, stage: string): PossibleAct => act(name, { allowed: false, refusals: [refused('stage', [{ is: 'stage', title: '', stages: [stage], by: [] }])] });
    const acts = [staged('past', 'a'), staged('far', 'd'), staged('near', 'c'), act('theirs', { allowed: false, refusals: [refused('may', [])] })];
    expect(verbsOf(acts, [], course).locked.map((one) => one.act)).toEqual(['near', 'far']);
  });
  it('leave out what only those who lead may do, and fold the rest into groups', () => {
    const others = { allowed: false, refusals: [refused('may', [])] };
    const acts = [act('oversee', { daily: true, is: 'oversee', ...others }), act('judge', others), act('correct', { daily: true, is: 'correct' }), act('chase', { daily: true, is: 'chase' }), act('close', { allowed: false })];
    const { more } = verbsOf([...acts, act('a'), act('b'), act('c'), act('d')], []);
    expect(groupedVerbs(more).map(({ group, acts: found }) => [group, found.map((one) => one.act)])).toEqual([['customer', ['chase']], ['mend', ['correct']], ['others', ['judge']]]);
  });
  it('answer the customer by a reply before a mere telling, and only where words suffice', () => {
    expect(answeringAct([act('inform', { is: 'inform' }), act('reply', { is: 'reply' })])?.act).toBe('reply');
    expect(answeringAct([act('reply', { is: 'reply', asks: [to] })])).toBeNull();
    expect(wordsField({ asks: [{ ...to, name: 'text', type: 'text' }, { ...to, name: 'answer', type: 'text' }] })).toBe('answer');
  });
  it('send of a correction only what was changed', () => {
    const asks: AskJson[] = [{ ...to, name: 'content', type: 'text', value: '旧' }, { ...to, name: 'loss', type: 'tick', value: null }, { ...to, name: 'reason', type: 'text' }];
    expect(answersToSend({ is: 'correct', asks }, { content: '旧', loss: false, reason: '写错' })).toEqual({ reason: '写错' });
    expect(answersToSend({ is: 'classify', asks }, { content: '旧' })).toEqual({ content: '旧' });
  });
  it('name the first reason of a refusal with its clause', () => {
    const refused = act('close', { allowed: false, refusals: [{ clause: ['B-4.4.4'], clauseText: [''], rule: 'r', kind: 'guard', text: '先回访', needs: [], who: [], people: [], say: null, conditional: false }] });
    expect(firstReason(refused)).toEqual({ text: '先回访', clause: 'B-4.4.4' });
  });
  it('find the act that passes a matter on, whatever the policy calls it', () => {
    expect(forwardingAct([act('reply'), act('hand-over', { asks: [to] }), act('forward', { asks: [to] })])?.act).toBe('forward');
    expect(forwardingAct([act('hand-over', { asks: [to] })])?.act).toBe('hand-over');
    expect(forwardingAct([act('forward', { asks: [to], allowed: false })])).toBeNull();
  });
});

describe('an approval', () => {
  const step = { bearer: {}, bearerTitle: '客服部经理', gives: 'consent', decision: null, by: null, byName: null, opinion: null, at: null, movedUpFrom: null, mine: true };
  it('waits for me while my step is undecided, and no longer when it has lapsed', () => {
    expect(waitsForMe({ status: 'pending', steps: [step] })).toBe(true);
    expect(waitsForMe({ status: 'pending', steps: [{ ...step, decision: 'approve' }] })).toBe(false);
    expect(waitsForMe({ status: 'lapsed', steps: [step] })).toBe(false);
  });
});
