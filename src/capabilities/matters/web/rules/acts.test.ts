import { describe, expect, it } from 'vitest';
import type { AskJson, PossibleAct } from '../../contract.ts';
import { firstReason, forwardingAct, verbsOf, waitsForMe } from './acts.ts';

const act = (name: string, over: Partial<PossibleAct> = {}): PossibleAct => ({ act: name, title: name, allowed: true, refusals: [], asks: [], mine: false, daily: false, guidance: [], ...over });
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
  it('keep a second act of mine in sight', () => {
    const acts = [act('a'), act('b'), act('c'), act('d'), act('report', { mine: true }), act('inform', { mine: true })];
    expect(verbsOf(acts, []).beside.map((one) => one.act)).toContain('inform');
  });
  it('name the first reason of a refusal with its clause', () => {
    const refused = act('close', { allowed: false, refusals: [{ clause: ['B-4.4.4'], clauseText: [''], rule: 'r', kind: 'guard', text: '先回访', needs: [] }] });
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
