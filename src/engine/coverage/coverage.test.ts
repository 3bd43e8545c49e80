import { describe, expect, it } from 'vitest';
import { smallPolicy } from '../../../test/engine/small-policy.ts';
import { readPolicy } from '../reading/index.ts';
import { coverage, readDocument } from './index.ts';

const TEXT = `# 制度

> - [X-0] 引文不是条款

## 一、总则

- [X-1.1] （1.1） 客服部负责
  全部投诉。
- [X-2.2] 内容

## 二、办理

### 时限

- [X-4.1-a] 重大投诉十分钟
- [X-4.3] 及时回访
不缩进的一行不属于条款
  也不属于它

### 其他

* [X-7.1] 及时率
- [X-8.1] three
  rings
- [X-9] 未写入规则
`;

describe('readDocument', () => {
  it('reads clauses with their text, line and headings', () => {
    expect(readDocument(TEXT).clauses).toEqual([
      { id: 'X-1.1', text: '（1.1） 客服部负责全部投诉。', line: 7, heading: '一、总则' },
      { id: 'X-2.2', text: '内容', line: 9, heading: '一、总则' },
      { id: 'X-4.1-a', text: '重大投诉十分钟', line: 15, heading: '二、办理 / 时限' },
      { id: 'X-4.3', text: '及时回访', line: 16, heading: '二、办理 / 时限' },
      { id: 'X-7.1', text: '及时率', line: 22, heading: '二、办理 / 其他' },
      { id: 'X-8.1', text: 'three rings', line: 23, heading: '二、办理 / 其他' },
      { id: 'X-9', text: '未写入规则', line: 25, heading: '二、办理 / 其他' },
    ]);
  });

  it('reads files with Windows line ends alike', () => {
    expect(readDocument(TEXT.replaceAll('\n', '\r\n'))).toEqual(readDocument(TEXT));
  });
});

describe('coverage', () => {
  const { policy } = readPolicy({ file: 'policy.yaml', text: smallPolicy.replace('title: 客服部, clause: X-1.1', 'title: 客服部, clause: [X-1.1, X-4.3]') });
  if (!policy) throw new Error('the small policy must be readable');

  it('says of each clause how it is carried, the strongest way counting', () => {
    expect(coverage(policy, readDocument(TEXT)).clauses.map(({ id, carried }) => [id, carried])).toEqual([
      ['X-1.1', 'defined'], ['X-2.2', 'defined'], ['X-4.1-a', 'enforced'], ['X-4.3', 'enforced'], ['X-7.1', 'measured'], ['X-8.1', 'guided'], ['X-9', 'open'],
    ]);
  });

  it('names the parts that carry a clause, with the row where a rule has several', () => {
    const by = new Map(coverage(policy, readDocument(TEXT)).clauses.map((clause) => [clause.id, clause.by]));
    expect(by.get('X-4.1-a')).toEqual([{ section: 'duties', id: 'forward', row: 1 }]);
    expect(by.get('X-4.3')).toEqual([{ section: 'duties', id: 'revisit' }, { section: 'units', id: 'service' }]);
    expect(by.get('X-2.2')).toEqual([{ section: 'facts', id: 'complaint.content' }]);
    expect(by.get('X-9')).toEqual([]);
  });

  it('counts every clause once', () => {
    const { counts } = coverage(policy, readDocument(TEXT));
    expect(counts).toEqual({ enforced: 2, defined: 2, measured: 1, recorded: 0, guided: 1, open: 1, all: 7 });
  });
});
