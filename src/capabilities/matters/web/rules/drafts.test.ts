import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT, type Draft } from './draft.ts';
import { finished, joined, MOST_PARKED, noDrafts, ofKind, readDraft, reopen, ring, type Drafts } from './drafts.ts';

let made = 0;
const call = (phone: string, named = '') => ({ phone, call: named, id: `d${++made}`, at: made });
const writing = (content: string, phone = '13800002046', named = ''): Drafts => ({ ...noDrafts('first', 0), current: { ...EMPTY_DRAFT, id: 'first', kind: 'complaint', phone, call: named, content } });
const rung = (drafts: Drafts, ...calls: ReturnType<typeof call>[]): Drafts => calls.reduce((before, each) => { const next = ring(before, each); if (!next) throw new Error('full'); return next; }, drafts);

/** Nine calls, eight of them put aside, with these words in them. */
const nine = (words: (nth: number) => string): Drafts => Array.from({ length: MOST_PARKED }, (_, i) => i).reduce((before, i) => {
  const next = rung(before, call(`1390000000${i}`, `n${i}`));
  return { ...next, current: { ...next.current, content: words(i) } };
}, writing('一'));

describe('the drafts of the intake', () => {
  it('keep the first text when a second call rings', () => {
    const after = rung(writing('漏水'), call('15900007781', 'c2'));
    expect(after.current).toMatchObject({ phone: '15900007781', call: 'c2', content: '', kind: '' });
    expect(after.parked.map((draft) => draft.content)).toEqual(['漏水']);
  });
  it('give the same call its draft back, and a number too as long as no other call is named', () => {
    const two = rung(writing('漏水', '13800002046', 'c1'), call('15900007781', 'c2'));
    expect(rung(two, call('', 'c1')).current.content).toBe('漏水');
    expect(rung(two, call('13800002046')).current.content).toBe('漏水');
    expect(rung(two, call('13800002046', 'c3')).current).toMatchObject({ content: '', call: 'c3' });
    const typed = rung(writing('先手填了号码'), call('13800002046', 'c9'));
    expect(typed.current).toMatchObject({ content: '先手填了号码', call: 'c9' });
  });
  it('fill an empty draft instead of parking it', () => {
    expect(rung(noDrafts('d', 0), call('138'))).toMatchObject({ current: { id: 'd', phone: '138' }, parked: [] });
  });
  it('are eight put aside at most: the next call changes nothing until there is room', () => {
    const eight = nine((i) => `第 ${i} 通说的话`);
    expect(eight.parked).toHaveLength(MOST_PARKED);
    expect(ring(eight, call('13911111111', 'ninth'))).toBeNull();
    expect(ring(eight, call('', 'n3'))?.current.call).toBe('n3');
    expect(ring(finished(eight, { id: 'x', at: 0 }), call('13911111111', 'ninth'))?.current.call).toBe('ninth');
  });
  it('let what only rang go first when room is needed, and never a word', () => {
    const idle = nine((i) => (i === 2 || i === 5 ? '' : `第 ${i} 通说的话`));
    const first = rung(idle, call('13911111111', 'ninth'));
    expect([first.current.call, first.parked.length, first.parked.some((draft) => draft.call === 'n2')]).toEqual(['ninth', MOST_PARKED, false]);
    const second = rung({ ...first, current: { ...first.current, content: '九' } }, call('13911111112', 'tenth'));
    expect(second.parked.map((draft) => draft.content)).not.toContain('');
    // The tenth got no word: the next call takes its place, the words of the eight stay.
    expect(rung(second, call('13911111113', 'eleventh'))).toMatchObject({ current: { call: 'eleventh' }, parked: second.parked });
  });
  it('take a parked one up again', () => {
    const after = rung(writing('漏水'), call('159', 'c2'));
    expect(reopen(after, 'first')).toMatchObject({ current: { content: '漏水' }, parked: [{ phone: '159' }] });
    expect(reopen(after, 'nothing')).toBe(after);
  });
  it('bring an empty one of no kind when one is done, for which nobody is chosen yet, and leave those put aside beside it', () => {
    const passed = finished({ ...writing('漏水'), current: { ...writing('漏水').current, to: 'engineering' } }, { id: 'next', at: 9 });
    expect(passed.current).toEqual({ ...EMPTY_DRAFT, id: 'next', begunAt: 9 });
    expect(ofKind({ ...passed, current: { ...passed.current, to: 'engineering' } }, 'repair').current.to).toBeNull();
    expect(finished(rung(writing('漏水'), call('159', 'c2')), { id: 'x', at: 0 })).toMatchObject({ current: { id: 'x', content: '' }, parked: [{ content: '漏水' }] });
  });
  it('let go of the one that was saved though another call is being written meanwhile', () => {
    const two = rung(writing('漏水'), call('159', 'c2'));
    expect(finished(two, { id: 'x', at: 0 }, 'first')).toMatchObject({ current: { phone: '159' }, parked: [] });
  });
  it('of another window stand among the parked ones, and the open one is replaced only where it is written there', () => {
    const here = writing('这里写的');
    const there: Draft[] = [{ ...here.current, content: '那里写的' }, { ...EMPTY_DRAFT, id: 'other', phone: '139', begunAt: 1 }];
    expect(joined(here, there, false)).toMatchObject({ current: { content: '这里写的' }, parked: [{ id: 'other' }] });
    expect(joined(here, there, true).current.content).toBe('那里写的');
  });
  it('come back from this machine, and something broken as nothing', () => {
    const kept = writing('漏水').current;
    expect(readDraft(JSON.stringify(kept))).toEqual(kept);
    for (const broken of [null, '{"x":', '[]', '{"id":7}']) expect(readDraft(broken)).toBeNull();
  });
});
