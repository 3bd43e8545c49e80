import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT } from './draft.ts';
import { finished, NO_DRAFTS, ofKind, readDrafts, reopen, ring, type Drafts } from './drafts.ts';

const writing = (content: string, phone = '13800002046'): Drafts => ({ ...NO_DRAFTS, current: { ...EMPTY_DRAFT, kind: 'complaint', phone, content } });

describe('the drafts of the intake', () => {
  it('keep the first text when a second call rings', () => {
    const rung = ring(writing('漏水'), '15900007781');
    expect(rung.current).toMatchObject({ phone: '15900007781', content: '', kind: 'complaint' });
    expect(rung.parked[0]?.content).toBe('漏水');
  });
  it('give a caller back what was written for him', () => {
    const back = ring(ring(writing('漏水'), '15900007781'), '13800002046');
    expect(back.current.content).toBe('漏水');
    expect(back.parked.map((draft) => draft.phone)).toEqual(['15900007781']);
  });
  it('park nothing that is empty, and stay as they are for the same caller', () => {
    expect(ring(NO_DRAFTS, '138').parked).toEqual([]);
    const same = writing('漏水');
    expect(ring(same, '13800002046')).toBe(same);
  });
  it('take a parked one up again', () => {
    const rung = ring(writing('漏水'), '');
    expect(reopen(rung, 0)).toMatchObject({ current: { content: '漏水' }, parked: [] });
    expect(reopen(rung, 9)).toBe(rung);
  });
  it('propose to whom a kind went the last time', () => {
    const passed = finished({ ...writing('漏水'), current: { ...writing('漏水').current, to: 'engineering' } });
    expect(passed.current).toEqual({ ...EMPTY_DRAFT, kind: 'complaint', to: 'engineering' });
    expect(ofKind(passed, 'repair').current.to).toBe('');
    expect(ofKind(ofKind(passed, 'repair'), 'complaint').current.to).toBe('engineering');
  });
  it('come back from this machine, and something broken as nothing', () => {
    const kept = ring(writing('漏水'), '15900007781');
    expect(readDrafts(JSON.stringify(kept))).toEqual(kept);
    expect(readDrafts('{"x":')).toEqual(NO_DRAFTS);
    expect(readDrafts('[]')).toEqual(NO_DRAFTS);
  });
});
