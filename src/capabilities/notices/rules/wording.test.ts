import { describe, expect, it } from 'vitest';
import { happenedOf, noticeText, noticeTitle, TEMPLATES, type Said } from './wording.ts';

const said: Said = { number: 'TS-20260302-0001', kind: '投诉', act: '转办', due: '2026-03-02T09:20:00+08:00', overdue: false, bearer: '客服专员', outcome: null, insteadOf: null, clause: ['X-4.1-a'] };

describe('the words of a notice', () => {
  it.each(TEMPLATES)('name the matter and the act in both languages (%s)', (template) => {
    for (const language of ['zh', 'en'] as const) {
      const text = noticeText(template, said, language);
      expect(text).toContain('投诉 TS-20260302-0001');
      // Of an alarm that is taken care of it says by whom.
      expect(text).toContain(template === 'taken' ? said.bearer : '转办');
      expect(text).not.toMatch(/null|undefined|义务|禁令|违规|工单|异常|非法/);
    }
  });

  it('tell what is about to fall due from what is overdue, and who owes it', () => {
    expect(noticeText('reminded', said, 'zh')).toBe('提醒：投诉 TS-20260302-0001 的「转办」即将到期，时限 2026-03-02 09:20，由客服专员办理');
    expect(noticeText('reminded', { ...said, overdue: true }, 'zh')).toBe('提醒：投诉 TS-20260302-0001 的「转办」已超时，还没有办，时限 2026-03-02 09:20，由客服专员办理');
  });

  it('say how an approval was decided', () => {
    expect(noticeText('approval-decided', { ...said, act: '办结', outcome: 'rejected' }, 'zh')).toBe('审批结果：投诉 TS-20260302-0001 的「办结」被驳回');
    expect(noticeText('approval-decided', { ...said, outcome: 'approved' }, 'en')).toMatch(/“转办” approved$/);
  });

  it('say so when it was meant for somebody else', () => {
    expect(noticeText('breached', { ...said, insteadOf: '夜班主管' }, 'zh')).toMatch(/（原应通知夜班主管，现在无人在岗，改为通知您）$/);
  });

  it('call the acts of every day by their English names in English; those of a policy stay as it calls them', () => {
    expect(noticeText('recalled', { ...said, act: '催办' }, 'en')).toBe('Recalled: the last step “Chase” of 投诉 TS-20260302-0001 was taken back; please look at the present state');
    expect(noticeText('recalled', said, 'en')).toContain('“转办”');
  });

  it('stay readable where little is known', () => {
    const little: Said = { number: null, kind: null, act: null, due: null, overdue: false, bearer: null, outcome: null, insteadOf: null, clause: [] };
    for (const template of [...TEMPLATES, 'a template of tomorrow']) for (const language of ['zh', 'en'] as const) expect(noticeText(template, little, language)).not.toMatch(/null|undefined/);
  });
});

describe('the title of an alarm', () => {
  const alarm: Said = { number: 'TS-20260302-0005', kind: '投诉', act: null, due: null, overdue: false, bearer: null, outcome: null, insteadOf: null, clause: [] };

  it('says what happened and where, with the number behind it', () => {
    expect(noticeTitle('urgent', alarm, '电梯困人', 'zh', happenedOf('3-2-1504 电梯困人，老人心脏不舒服', '温如玉'))).toBe('【电梯困人】3-2-1504 电梯困人，老人心脏不舒服（TS-20260302-0005）');
    expect(noticeTitle('urgent', alarm, null, 'zh')).toBe('投诉 TS-20260302-0005');
  });

  it('never says the customer’s name or a telephone number, and no more than 60 characters', () => {
    expect(happenedOf('3-2-1504 温如玉被困，电话 139 2222 0001', '温如玉')).toBe('3-2-1504 被困，电话 …');
    expect([...happenedOf('水'.repeat(90), '')]).toHaveLength(60);
  });
});
