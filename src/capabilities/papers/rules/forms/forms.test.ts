import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { partsOf } from './form.ts';
import { verdictOf } from './evidence-pack/fill.ts';
import { contactRegister, type Contact } from './contact-register/fill.ts';
import { FORMS, layoutOf } from './registry.ts';

const folder = new URL('.', import.meta.url);

describe('the forms', () => {
  it('are the folders here, each with its layout and how it is filled', () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
    expect(FORMS.map(({ id }) => id).sort()).toEqual(folders);
    for (const form of FORMS) for (const file of ['layout.typ', 'fill.ts']) expect(existsSync(new URL(`${form.id}/${file}`, folder)), `${form.id}/${file}`).toBe(true);
    for (const form of FORMS) expect(existsSync(new URL(`../../../../${layoutOf(form)}`, folder))).toBe(true);
  });

  it('have numbers of their own', () => {
    expect(new Set(FORMS.map(({ number }) => number)).size).toBe(FORMS.length);
  });
});

describe('copies', () => {
  it('carry their names on three-part paper, and one through the carbon is the set', () => {
    expect(partsOf('three-part', 3, 'zh')).toEqual(['客服联', '责任部门联', '客户联']);
    expect(partsOf('three-part', 1, 'zh')).toEqual(['一式三联：客服 · 责任部门 · 客户']);
    expect(partsOf('a4', 2, 'zh')).toEqual(['', '']);
  });
});

describe('the verdict on a chain', () => {
  const whole = { events: 3, head: 'ab12', brokenAt: null, wordsChanged: [], headMatches: true };
  it('says that all is as it was written', () => {
    expect(verdictOf(whole, 'zh')).toContain('本件 3 条记录已逐条重新计算');
  });
  it('names everything that is wrong at once', () => {
    expect(verdictOf({ ...whole, brokenAt: 2, wordsChanged: [1, 3], headMatches: false }, 'zh')).toBe('核验未通过：第 2 条与前一条不衔接；第 1、3 条的文字不是当时写下的；最后一条与事项登记的链尾不符。请把本页交给管理员。');
  });
});

describe('the register', () => {
  const contact: Contact = {
    at: '2026-03-02T09:12:00+08:00', channel: 'phone', caller: '王女士', phone: '138', place: '', kind: '投诉', number: 'TS-1', content: '漏水'.repeat(80), promised: '', forwardedTo: '', forwardedAt: '', acceptedAt: '', result: '已登记', repliedAt: '', satisfied: '', recordedBy: '李敏',
  };
  it('shortens what does not fit a line, numbers every contact, and sums them up by kind', () => {
    const body = contactRegister.fillIn({ from: contact.at, to: contact.at, unit: '', contacts: [contact, { ...contact, kind: '报修', repliedAt: contact.at }] }, 'zh', 'a4-wide');
    expect(body.rows.map(([nth]) => nth)).toEqual(['1', '2']);
    expect([...(body.rows[0]?.[5] ?? '')].length).toBe(91);
    expect(body.summary).toBe('合计 2 件：投诉 1、报修 1；已答复 1 件。');
  });
});
