import { afterAll, describe, expect, it } from 'vitest';
import { openPress } from '#platform/documents/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { pdfPages } from '../../../test/support/pdf-text.ts';
import { contactRegister, type Contact } from './rules/forms/contact-register/fill.ts';
import { layoutOf } from './rules/forms/registry.ts';
import { recordForm } from './rules/forms/record/fill.ts';
import { againOnClash } from './server/clash.ts';
import { valuesOf } from './server/sheets.ts';

const press = openPress({ log: silentLog });
afterAll(() => press.close());

const HEAD = { company: '某公司', title: '表', number: 'LF-00', edition: '1' };
const FOOT = { number: '', by: '某人', at: '', times: '', note: '', qr: '' };

/** The words of each page, without blanks. */
async function pagesOf(form: { readonly id: string }, body: object, paper: 'a4' | 'a4-wide' | 'three-part'): Promise<readonly string[]> {
  const values = valuesOf([{ head: HEAD, foot: FOOT, body }], { paper, copies: 1, offset: { x: 0, y: 0 }, preview: false }, 'zh');
  return pdfPages(Buffer.from((await press.print(layoutOf(form), { ...values }, 0)).pdf)).map((page) => page.replaceAll(/[\s\u{200b}]/gu, ''));
}

describe('the register on paper', () => {
  const contact = (at: number): Contact => ({
    at: '2026-03-02T09:20:00+08:00', channel: 'phone', caller: `起${at}（云帆科技有限公司）`, phone: '13800001001', place: `止${at}。`, kind: '投诉', number: `TS-20260302-${at}`, content: '空调出风口正对着工位吹，三个同事都感冒了，打过一次前台电话没人来看。',
    promised: '', forwardedTo: '工程部', forwardedAt: '2026-03-02T09:32:00+08:00', acceptedAt: '', result: '已结案', repliedAt: '', satisfied: '', recordedBy: '周晓岚',
  });

  it.each(['three-part', 'a4-wide'] as const)('cuts no line of %s in two, and leaves the sum on no sheet of its own, however many there are', async (paper) => {
    for (const count of [5, 6, 7, 11, 12, 13]) {
      const contacts = Array.from({ length: count }, (_, at) => contact(at + 100));
      const pages = await pagesOf(contactRegister, contactRegister.fillIn({ from: '2026-03-02T00:00:00+08:00', to: '2026-03-03T00:00:00+08:00', unit: '', contacts }, 'zh', paper), paper);
      for (const [at] of contacts.entries()) expect(pages.find((page) => page.includes(`起${at + 100}（`))).toContain(`止${at + 100}。`);
      expect(pages.at(-1)).toMatch(/止\d+。.*合计/u);
    }
  });
});

describe('a number that many want to take', () => {
  const taken = Object.assign(new Error('taken'), { code: '23505' });

  it('is tried for again while others are quicker, and in the end said to be busy, never to be broken', async () => {
    let tries = 0;
    expect(await againOnClash(async () => { if (++tries < 16) throw taken; return tries; })).toBe(16);
    await expect(againOnClash(() => Promise.reject(taken))).rejects.toMatchObject({ status: 503 });
    await expect(againOnClash(() => Promise.reject(new Error('other')))).rejects.toThrow('other');
  });
});

describe('the record on paper', () => {
  const step = (at: number): readonly string[] => ['2026-03-02 09:20', `第${at}步`, '周晓岚', '阶段：已登记 → 已受理\n调查结果：镇流器老化'];

  it('is never signed on a sheet of nothing but signatures, however many steps stand before them', async () => {
    const titles = { steps: '处理过程', at: '时间', act: '办理', by: '办理人', text: '内容', revisit: '回访', signs: '签字' };
    const gist = [{ title: '内容', value: '再说一遍', wide: true }];
    for (let count = 18; count <= 26; count++) {
      const steps = Array.from({ length: count }, (_, at) => step(at + 1));
      const pages = await pagesOf(recordForm, { top: [], facts: [], revisit: [], titles, steps, stepsNote: '', gist, signs: [{ title: '接待人', signed: '' }] }, 'a4');
      expect(pages.at(-1)).toMatch(new RegExp(`时间办理办理人内容.*第${count}步.*接待人`, 'u'));
      // What is signed stands above the signature: on a second sheet once more, on the first never twice.
      expect(pages.map((page) => page.includes('再说一遍'))).toEqual(pages.map((_, at) => at > 0 && at === pages.length - 1));
    }
  });
});
