import { describe, expect, it } from 'vitest';
import { alarmingKind, isSaid, proposedDangers, saying, type DangerJson } from './dangers.ts';

const trapped: DangerJson = { fact: 'trapped', value: null, title: '电梯困人', say: '不要扒门', words: ['困人', '被困'] };
const fire: DangerJson = { fact: 'where', value: 'fire', title: '起火', say: null, words: [] };

describe('a danger in the intake', () => {
  it('is said by its tick, by the choice, or by one of several', () => {
    expect([isSaid(trapped, { trapped: true }), isSaid(trapped, { trapped: false }), isSaid(trapped, {})]).toEqual([true, false, false]);
    expect([isSaid(fire, { where: 'fire' }), isSaid(fire, { where: ['gas', 'fire'] }), isSaid(fire, { where: 'roof' })]).toEqual([true, true, false]);
  });

  it('is ticked and taken back without touching other answers', () => {
    expect(saying(trapped, true, { loss: true }, false)).toEqual({ loss: true, trapped: true });
    expect(saying(fire, true, { where: 'roof' }, false)).toEqual({ where: 'fire' });
    expect(saying(fire, true, { where: ['gas'] }, true)).toEqual({ where: ['gas', 'fire'] });
    expect([saying(fire, false, { where: ['gas', 'fire'] }, true), saying(fire, false, { where: 'fire' }, false)]).toEqual([{ where: ['gas'] }, { where: undefined }]);
  });

  it('is proposed by the words of the policy, until it is ticked; without words nothing is proposed', () => {
    expect(proposedDangers([trapped, fire], '3-2-1504 电梯困人，起火', {})).toEqual([trapped]);
    expect(proposedDangers([trapped, fire], '3-2-1504 电梯困人', { trapped: true })).toEqual([]);
    expect(proposedDangers([trapped, fire], '电梯有异响', {})).toEqual([]);
    expect(proposedDangers([{ ...trapped, words: ['Stuck'] }], 'we are stuck in the lift', {})).toHaveLength(1);
  });

  it('is heard of in every kind, and asked about no more once one is said', () => {
    const kind = (id: string, dangers: DangerJson[]): Parameters<typeof alarmingKind>[0] => ({ id, dangers }) as unknown as Parameters<typeof alarmingKind>[0];
    const [question, repair, complaint] = [kind('question', []), kind('repair', [{ ...fire, words: ['起火'] }]), kind('complaint', [trapped])];
    const kinds = [question, repair, complaint];
    expect(kinds.map((each) => alarmingKind(each, kinds, '老人被困', {}).id)).toEqual(['complaint', 'complaint', 'complaint']);
    expect(alarmingKind(repair, kinds, '起火，有人被困', {}).id).toBe('repair');
    expect(alarmingKind(repair, kinds, '老人被困', { where: 'fire' }).id).toBe('repair');
  });
});
