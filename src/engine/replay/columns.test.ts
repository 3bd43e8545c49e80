import { describe, expect, it } from 'vitest';
import type { Policy } from '../policy.ts';
import { readPolicy } from '../reading/index.ts';
import { namesOfAct } from './act-names.ts';
import { columnsByName, parseColumns, planColumns } from './columns.ts';

const TWO_KINDS = `
aftercare: 1
policy: two
title: 两种事项
zone: Asia/Shanghai
positions: { clerk: { title: 店员, level: 10, ours: test } }
kinds:
  weekly-report:
    title: 周报
    every: week
    stages: [due]
    acts: { open: { to: due, may: [system], ours: test } }
  complaint:
    title: 投诉
    facts: { about: { title: 涉及, values: { goods: { title: 商品 } }, ours: test }, parts: { title: 配件, lines: { part: { title: 配件, type: part } }, ours: test } }
    stages: [in, done]
    acts: { receive: { to: in, may: [clerk], ours: test }, take-up: { is: accept, may: [clerk], ours: test }, reply: { to: done, may: [clerk], ours: test } }
  repair:
    title: 报修
    stages: [in, done]
    acts: { receive: { to: in, may: [clerk], ours: test }, dispatch: { may: [clerk], ours: test }, revisit: { outcomes: [satisfied], may: [clerk], ours: test }, finish: { to: done, may: [clerk], ours: test } }
`;

function two(): Policy {
  const { policy, problems } = readPolicy({ file: 'two.yaml', text: TWO_KINDS });
  if (!policy) throw new Error(problems.map((each) => `${each.line} ${each.message.en}`).join('\n'));
  return policy;
}
const policy = two();
const plan = (columns: string, kind: string | null = null): ReturnType<typeof planColumns> => planColumns(policy, parseColumns(columns) ?? [], kind);
const problem = (columns: string, kind: string | null = null): string => { const planned = plan(columns, kind); return 'problem' in planned ? planned.problem.zh : 'none'; };

describe('the names of columns', () => {
  it('are read in pairs; a name may hold commas and equals signs', () => {
    expect(parseColumns('id=留言编号, received = 留言时间')).toEqual([{ name: 'id', column: '留言编号' }, { name: 'received', column: '留言时间' }]);
    expect(parseColumns('received=日期,时间,replied=a=b')).toEqual([{ name: 'received', column: '日期,时间' }, { name: 'replied', column: 'a=b' }]);
    expect(parseColumns('留言编号')).toBeNull();
    expect(parseColumns('id=')).toBeNull();
  });

  it.each([['receive', 'received'], ['reply', 'replied'], ['resolve', 'resolved'], ['forward', 'forwarded'], ['close', 'closed'], ['take-up', 'taken-up'], ['hand-down', 'handed-down'], ['refer', 'referred'], ['make', 'made']])('know %s in the past tense as %s', (act, past) => {
    expect(namesOfAct(act)).toContain(past);
  });

  it('mean acts, facts and what was given with an act', () => {
    expect(plan('id=a,received=b,taken_up=c,replied=d,about=e,subject=f,reply.text=g')).toEqual({ plan: {
      kind: 'complaint', id: 'a', opening: 'receive', openedAt: 'b', acts: [{ act: 'take-up', column: 'c' }, { act: 'reply', column: 'd' }],
      given: [{ act: 'receive', name: 'about', column: 'e', fact: policy.kinds['complaint']?.facts['about']?.type }, { act: 'reply', name: 'text', column: 'g', fact: null }],
    } });
  });

  it('may be written by their titles, too, where only one has it', () => {
    expect(plan('编号=i,登记=b,答复=d,涉及=e,答复.涉及=h')).toEqual(plan('id=i,received=b,replied=d,about=e,replied.about=h'));
    expect(problem('received=a,满意=b')).toContain('办理：receive（登记）、take-up、reply（答复）；事实：about（涉及）、parts（配件）；另有 id（编号）');
  });

  it('choose the first kind that has every act, else the first that people open', () => {
    expect(plan('received=a,dispatched=b')).toMatchObject({ plan: { kind: 'repair' } });
    expect(plan('received=a')).toMatchObject({ plan: { kind: 'complaint' } });
    expect(plan('received=a', 'repair')).toMatchObject({ plan: { kind: 'repair' } });
    expect(plan('opened=a', 'weekly-report')).toMatchObject({ plan: { kind: 'weekly-report', opening: 'open' } });
  });

  it('are refused with what there is instead', () => {
    expect(problem('received=a,repled=b')).toContain('“repled”既不是「投诉」的办理，也不是它的事实，是否应为“replied”或“reply”');
    expect(problem('replied=b')).toBe('--columns 里没有说明哪一列是登记时间，请加上 received=列名');
    expect(problem('received=a', 'visit')).toBe('制度里没有可以登记的种类“visit”，可选：weekly-report、complaint、repair');
    expect(problem('received=a,parts=b')).toContain('是明细');
    expect(problem('received=a,dispatched.outcome=b', 'repair')).toContain('没有结果可填');
  });

  it('need not be told where the file already uses ours', () => {
    expect(columnsByName(policy, ['id', 'received', 'finished', '备注'], null).map((each) => each.name)).toEqual(['id', 'received', 'finished']);
  });
});
