import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPolicy, type Policy } from '#engine';
import { coverage, readDocument } from '#engine/coverage/index.ts';
import { conditionWords } from './conditions.ts';
import { dictionaryOf, partOf, rulesOf } from './parts.ts';
import { rightsOfLevel } from './rights.ts';

const read = (name: string): { policy: Policy; document: string } => {
  const file = (part: string): string => readFileSync(new URL(`../../../../policies/${name}/${part}`, import.meta.url), 'utf8');
  const document = file('document.md');
  const { policy } = readPolicy({ file: name, text: file('policy.yaml'), documentText: document });
  if (!policy) throw new Error(`${name} cannot be read`);
  return { policy, document };
};
const manager = read('property-management');
const shop = read('retail');
const says = (section: string, id: string, row?: number, { policy } = manager) => partOf(policy, { section, id, ...(row === undefined ? {} : { row }) }).says;

describe('a duty in a sentence', () => {
  it('says after what, who, what, by when, and what follows when it is not kept', () => {
    expect(says('duties', 'report-major').zh).toBe('「受理」后，「严重程度」为「重大投诉」时，首问负责人须在 1 小时内「上报」，已「上报」（接收人为「运作管理部」），并且已「上报」（接收人为「公司领导」）才算办到；用去 50 % 时 → 提醒 首问负责人；用去 80 % 时 → 提醒 客服部经理；超过 → 通知 项目经理');
    expect(says('duties', 'investigate').en).toBe('After “转办”: 当事部门或当事人 must do “调查”, due: 立即 (10 minutes)');
  });

  it('says each row of a table, or one row alone', () => {
    expect(says('duties', 'forward', 1).zh).toBe('「受理」后，「严重程度」为「重大投诉」时，首问负责人须在 10 分钟内「转办」；用去 80 % 时 → 提醒 首问负责人；超过 → 通知 客服部经理；超过 20 分钟 → 通知 项目经理');
    const all = says('duties', 'forward').zh;
    for (const limit of ['10 分钟', '20 分钟', '30 分钟']) expect(all).toContain(limit);
  });

  it('says for which case the last row of a table is, and that it is ours', () => {
    expect(says('duties', 'forward', 4).zh).toContain('其他情况（如还没有定）时，首问负责人须在 10 分钟内「转办」（系统默认：尚未标注严重程度时，先按最严的一档）');
    expect(says('duties', 'forward', 1).zh).not.toContain('其他情况');
  });

  it('passes a number of ours that stands behind a word of the policy for ours, as the matter does', () => {
    expect(partOf(manager.policy, { section: 'duties', id: 'investigate' }).source.ours).toContain('「立即」');
    expect(partOf(manager.policy, { section: 'duties', id: 'forward' }).source.ours).toBeNull();
  });

  it('says what repeats it, and until when', () => {
    expect(says('duties', 'check-plan', undefined, shop).zh).toContain('之后每 5 个工作日一次，直到「走访」');
  });

  it('names whoever of several must act', () => {
    expect(says('duties', 'revisit').zh).toContain('当事部门或当事人的部门经理和项目经理须');
  });
});

describe('a condition, a reaction, an approval in a sentence', () => {
  it('says what must hold before an act', () => {
    expect(says('guards', 'handled-through', undefined, shop).zh).toBe('办理「结案」之前：须已写明「调查情况」，并且已写明「落实措施」。请先填写调查情况和落实措施，再结案');
    expect(says('guards', 'concession-approved').en).toContain('it takes the approval “让步补偿”');
    expect(says('guards', 'before-closing', 3).zh).toBe('办理「结案」之前：不能办理。回访满意之后才能结案，请先安排回访');
  });

  it('says what the system does by itself', () => {
    expect(says('reactions', 'route', 1, shop).zh).toBe('「登记」或「归类」后，「涉及」为「服务质量」时，系统办理「转办」，交给 人力资源部');
    expect(says('reactions', 'open-rectification').zh).toBe('「回访」后，结果为「不满意」时，系统开出「整改」');
  });

  it('says who decides one after the other', () => {
    expect(says('approvals', 'penalty', undefined, shop).zh).toBe('依次由 人力资源部的部门经理 → 总经理 决定，内容：「责任人」、「处理决定」，改了须重新审批；申请人不得审批');
  });
});

describe.each([['property-management', manager], ['retail', shop]])('%s as a whole', (_, { policy, document }) => {
  it('has a sentence without a bare id for every rule, in both languages', () => {
    const ids = new Set(Object.values(policy.kinds).flatMap((kind) => [...Object.keys(kind.facts), ...Object.keys(kind.roles)]).concat(Object.keys(policy.positions), Object.keys(policy.units)).filter((id) => id.includes('-') || id.includes('_')));
    for (const rule of rulesOf(policy)) {
      expect(rule.says.zh, rule.id).not.toBe('');
      expect(rule.says.en, rule.id).not.toBe('');
      for (const word of rule.says.zh.match(/[a-z]+(?:[-_][a-z]+)+/g) ?? []) expect(ids.has(word), `${rule.id}: ${word}`).toBe(false);
    }
  });

  it('can tell every part that carries a clause by its title', () => {
    for (const clause of coverage(policy, readDocument(document)).clauses) for (const place of clause.by) {
      const part = partOf(policy, place);
      expect(part.says.zh, `${place.section} ${place.id}`).not.toBe('');
    }
  });

  it('says what its vague words count as', () => {
    expect(dictionaryOf(policy).find((entry) => entry.word === '及时')?.means).toEqual({ zh: '1 个工作日', en: '1 working day' });
  });
});

describe('conditions', () => {
  it('say “not yet” where something has not been done or written', () => {
    const naming = { policy: manager.policy, kind: manager.policy.kinds['complaint'] };
    expect(conditionWords(naming, { op: 'not', of: { op: 'done', act: 'confirm', where: null } }).zh).toBe('还没有「核实」');
    expect(conditionWords(naming, { op: 'not', of: { op: 'known', fact: 'severity' } }).en).toBe('“严重程度” is not known yet');
  });
});

describe('the rights of a position', () => {
  it.each([[null, false, false], [10, false, false], [20, true, false], [29, true, false], [30, true, true]])('of level %s: recording late %s, overseeing %s', (level, late, oversees) => {
    const rights = rightsOfLevel(level);
    expect([rights.includes('work'), rights.includes('read-policy'), rights.includes('record-late'), rights.includes('oversee')]).toEqual([true, true, late, oversees]);
  });
});
