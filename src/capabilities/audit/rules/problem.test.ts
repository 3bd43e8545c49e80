import { describe, expect, it } from 'vitest';
import { findings, PROBLEMS_AT_MOST } from './problem.ts';

const what = { zh: '不对', en: 'it is wrong' };

describe('what was found', () => {
  it('says where, as people know it', () => {
    const found = findings('demo');
    found.add('row', { stream: 's', number: 'TS-1' }, what);
    found.add('changed', { stream: 's', seq: 2 }, what);
    found.add('counter', {}, what);
    expect(found.all().map(({ message }) => message.zh)).toEqual(['事项 TS-1：不对', '档案 s 第 2 条：不对', '不对']);
    expect(found.all().map(({ message }) => message.en)).toEqual(['matter TS-1: it is wrong', 'stream s event 2: it is wrong', 'it is wrong']);
  });

  it('is only a warning when a list alone differs', () => {
    const found = findings('demo');
    found.add('projection', {}, what);
    found.add('row', {}, what);
    expect(found.all().map(({ level }) => level)).toEqual(['warning', 'fault']);
  });

  it('is counted when it is too much to list', () => {
    const found = findings('demo');
    for (let count = 0; count < PROBLEMS_AT_MOST + 3; count++) found.add('changed', {}, what);
    expect(found.all()).toHaveLength(PROBLEMS_AT_MOST + 1);
    expect(found.all().at(-1)).toMatchObject({ kind: 'more', message: { en: '3 more are not listed' } });
  });
});
