import { momentOf, said } from '../../words.ts';
import type { Field, Form } from '../form.ts';

/** What a hand-over of a shift is printed from. Instants are ISO texts with their offset; what is not known is an empty text. */
export interface HandOverSheet {
  /** Number or id of the hand-over, for the foot. */
  readonly number: string;
  readonly title: string;
  readonly unit: string;
  /** Name of the shift (夜班), and its span. */
  readonly shift: string; readonly from: string; readonly to: string;
  /** Names of who gives and who takes over. */
  readonly givenBy: string; readonly takenBy: string;
  /** Figures of the shift: 来电 14, 新登记 6, 未结 3. */
  readonly figures: readonly { readonly title: string; readonly value: string }[];
  /** What goes on into the next shift, the most urgent first. */
  readonly matters: readonly HandedOver[];
  /** Keys, equipment, rooms; `ok` null = not looked at. */
  readonly things: readonly { readonly title: string; readonly ok: boolean | null; readonly note: string }[];
  readonly remarks: string;
  /** What else happened on the shift, as tables: alarms, who called again, what is overdue. Those without rows are left out. */
  readonly parts?: readonly { readonly title: string; readonly columns: readonly string[]; /** The column with the most words. */ readonly wide: number; readonly rows: readonly (readonly string[])[] }[];
}
export interface HandedOver {
  readonly number: string; readonly at: string; readonly customer: string; readonly summary: string; readonly done: string; readonly next: string; readonly due: string; readonly by: string;
}

/** What the layout of a hand-over reads. */
export interface HandOverBody { readonly top: readonly Field[]; readonly titles: Readonly<Record<string, string>>; readonly matters: readonly (readonly string[])[]; readonly parts: NonNullable<HandOverSheet['parts']>; readonly things: readonly Field[]; readonly remarks: string; readonly signs: readonly string[] }

const WORDS = {
  unit: { zh: '部门', en: 'Unit' }, shift: { zh: '班次', en: 'Shift' }, span: { zh: '当班时间', en: 'Hours' }, givenBy: { zh: '交班人', en: 'Given by' }, takenBy: { zh: '接班人', en: 'Taken by' }, figures: { zh: '当班情况', en: 'Figures' },
  matters: { zh: '移交未办完的事项', en: 'Matters handed over' }, number: { zh: '单号', en: 'Number' }, at: { zh: '登记', en: 'Received' }, customer: { zh: '客户 · 位置', en: 'Customer' }, summary: { zh: '摘要', en: 'Summary' },
  done: { zh: '已做到', en: 'Done so far' }, next: { zh: '下一步', en: 'Next' }, due: { zh: '应于', en: 'Due' }, by: { zh: '责任人', en: 'By' },
  things: { zh: '物品与设备', en: 'Things' }, ok: { zh: '完好', en: 'in order' }, wrong: { zh: '有问题', en: 'not in order' }, remarks: { zh: '交代事项', en: 'Remarks' }, signs: { zh: '签字', en: 'Signatures' }, lead: { zh: '主管', en: 'Supervisor' },
} as const;

/** 夜间交接表: who was on duty, what happened, what the next shift has to do until when. */
export const handOver: Form<HandOverSheet, HandOverBody> = {
  id: 'hand-over',
  number: 'JJ-01',
  papers: ['a4', 'three-part'],
  fillIn(sheet, language) {
    const words = said(WORDS, language);
    const box = (title: string, value: string, wide = false): Field => ({ title, value, wide });
    return {
      top: [
        box(words.unit, sheet.unit), box(words.shift, sheet.shift), box(words.span, `${momentOf(sheet.from)} — ${momentOf(sheet.to)}`, true), box(words.givenBy, sheet.givenBy), box(words.takenBy, sheet.takenBy),
        box(words.figures, sheet.figures.map((each) => `${each.title} ${each.value}`).join('　'), true),
      ],
      titles: words,
      matters: sheet.matters.map((each) => [each.number, momentOf(each.at).slice(5), each.customer, each.summary, each.done, each.next, momentOf(each.due).slice(5), each.by].map((cell) => cell || '—')),
      things: sheet.things.map((each) => ({ title: each.title, value: '', wide: true, choices: [{ title: words.ok, chosen: each.ok === true }, { title: each.note === '' ? words.wrong : `${words.wrong}：${each.note}`, chosen: each.ok === false }] })),
      parts: (sheet.parts ?? []).filter((part) => part.rows.length > 0),
      remarks: sheet.remarks, signs: [words.givenBy, words.takenBy, words.lead],
    };
  },
};
