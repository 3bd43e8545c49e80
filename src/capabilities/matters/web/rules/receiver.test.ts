import { describe, expect, it } from 'vitest';
import { receiverOf, remembered, situationOf } from './receiver.ts';

const axes = [{ fact: 'severity' }];
const plain = situationOf({ kind: 'complaint', answers: {} }, axes);
const hurt = situationOf({ kind: 'complaint', answers: { injury: true, noise: false, demand: '道歉' } }, axes);

describe('the receiver proposed for a draft', () => {
  it('is that of the same situation, never the one left from another call', () => {
    const passedTo = remembered({}, hurt, 'engineering');
    expect(receiverOf({ to: null }, hurt, passedTo)).toBe('engineering');
    expect(receiverOf({ to: null }, plain, passedTo)).toBe('');
    expect(receiverOf({ to: null }, situationOf({ kind: 'repair', answers: {} }, axes), passedTo)).toBe('');
    expect(receiverOf({ to: null }, situationOf({ kind: 'complaint', answers: { severity: 'major' } }, axes), passedTo)).toBe('');
  });
  it('is nobody before anything is said: where the last such call went is no reason for this one', () => {
    expect(remembered({}, plain, 'cleaning')).toEqual({});
    expect(receiverOf({ to: null }, plain, { [plain]: 'cleaning' })).toBe('');
  });
  it('is of the same situation in whatever order its facts were ticked, and words do not count', () => {
    expect(situationOf({ kind: 'complaint', answers: { demand: '赔偿', injury: true } }, axes)).toBe(hurt);
    expect(situationOf({ kind: 'complaint', answers: { b: true, a: true } }, axes)).toBe(situationOf({ kind: 'complaint', answers: { a: true, b: true } }, axes));
  });
  it('gives way to whom the writer chose, and to nobody where he chose nobody', () => {
    const passedTo = remembered({}, hurt, 'engineering');
    expect(receiverOf({ to: 'security' }, hurt, passedTo)).toBe('security');
    expect(receiverOf({ to: '' }, hurt, passedTo)).toBe('');
  });
  it('is whom the company usually passes such words on to, before what one writer did with the same facts', () => {
    expect(receiverOf({ to: null }, hurt, { [hurt]: 'engineering' }, 'cleaning')).toBe('cleaning');
    expect(receiverOf({ to: '' }, plain, {}, 'cleaning')).toBe('');
  });
  it('is never a person', () => {
    expect(remembered({}, hurt, '0196f0a0-0000-7000-8000-00000000000a')).toEqual({});
  });
  it('is kept for sixty situations', () => {
    const many = Array.from({ length: 70 }, (_, i) => `complaint s${i}`).reduce((kept, situation) => remembered(kept, situation, 'engineering'), {});
    expect([Object.keys(many).length, Object.keys(many)[0]]).toEqual([60, 'complaint s10']);
  });
});
