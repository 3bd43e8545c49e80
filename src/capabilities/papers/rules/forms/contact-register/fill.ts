import type { Language } from '#engine';
import { channelTitle, momentOf, said } from '../../words.ts';
import type { Form } from '../form.ts';

/** One contact: a call, a visit, a letter. Instants are ISO texts; what is not there is empty. */
export interface Contact {
  readonly at: string; readonly channel: string; readonly caller: string; readonly phone: string; readonly place: string; readonly kind: string; readonly number: string; readonly content: string;
  readonly promised: string; readonly forwardedTo: string; readonly forwardedAt: string; readonly acceptedAt: string; readonly result: string; readonly repliedAt: string; readonly satisfied: string; readonly recordedBy: string;
}
/** All contacts of a period, oldest first, without gaps. */
export interface ContactPeriod { readonly from: string; readonly to: string; readonly unit: string; readonly contacts: readonly Contact[] }

/** What the layout of the register reads. */
/** Widths in millimetres; 0 takes what is left. */
export interface RegisterBody { readonly period: string; readonly widths: readonly number[]; readonly titles: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly summary: string }

const WORDS = {
  nth: { zh: '序', en: 'No.' }, at: { zh: '时间', en: 'Time' }, channel: { zh: '方式', en: 'By' }, caller: { zh: '来电（访）人', en: 'Caller' }, kind: { zh: '类型 · 单号', en: 'Kind, number' }, content: { zh: '内容', en: 'Content' },
  promised: { zh: '承诺答复', en: 'Promised' }, forwarded: { zh: '转送 · 签收', en: 'Forwarded, taken' }, result: { zh: '处理结果', en: 'Result' }, replied: { zh: '答复', en: 'Replied' }, satisfied: { zh: '满意否', en: 'Satisfied' }, by: { zh: '记录人', en: 'By' },
  period: { zh: '期间', en: 'Period' }, taken: { zh: '签收', en: 'taken' },
} as const;
/** So much of what was said fits a line of a register; the rest stands on the matter's page. */
const CONTENT_AT_MOST = 90;

/** Width of each column in millimetres on A4 lying and on three-part paper; null = not there, 0 = what is left. */
const COLUMNS: readonly (readonly [number | null, number | null])[] = [[8, 9], [17, 14], [11, 12], [29, 36], [30, 36], [0, 0], [17, null], [31, 25], [18, 18], [17, null], [13, null], [15, 15]];

/** 来电来访处理记录表 (F-04): a period, in the order of time, one line for each contact. */
export const contactRegister: Form<ContactPeriod, RegisterBody> = {
  id: 'contact-register',
  number: 'LF-01',
  papers: ['a4-wide', 'three-part'],
  fillIn(period, language, paper) {
    const words = said(WORDS, language);
    // Continuous paper is narrower: what is only looked up later stays away.
    const kept = COLUMNS.flatMap(([wide, narrow], at) => ((paper === 'three-part' ? narrow : wide) === null ? [] : [at]));
    const pick = <T>(all: readonly T[]): readonly T[] => kept.flatMap((at) => { const one = all[at]; return one === undefined ? [] : [one]; });
    return {
      widths: pick(COLUMNS.map(([wide, narrow]) => (paper === 'three-part' ? narrow : wide) ?? 0)),
      period: `${words.period}：${momentOf(period.from)} — ${momentOf(period.to)}${period.unit === '' ? '' : ` · ${period.unit}`}`,
      titles: pick([words.nth, words.at, words.channel, words.caller, words.kind, words.content, words.promised, words.forwarded, words.result, words.replied, words.satisfied, words.by]),
      rows: period.contacts.map((each, at) => pick([
        String(at + 1), dayAndTime(each.at), channelTitle(each.channel, language), lines(each.caller, each.phone, each.place), lines(each.kind, each.number), shortened(each.content), dayAndTime(each.promised),
        lines(each.forwardedTo, dayAndTime(each.forwardedAt), each.acceptedAt === '' ? '' : `${words.taken} ${dayAndTime(each.acceptedAt)}`), each.result, dayAndTime(each.repliedAt), each.satisfied, each.recordedBy,
      ].map((cell) => cell || '—'))),
      summary: summaryOf(period.contacts, language),
    };
  },
};

const lines = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');
const dayAndTime = (iso: string): string => momentOf(iso).slice(5);

function shortened(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ')];
  return characters.length > CONTENT_AT_MOST ? `${characters.slice(0, CONTENT_AT_MOST).join('')}…` : characters.join('');
}

/** The line below the register: how many, of which kinds, how many answered. */
function summaryOf(contacts: readonly Contact[], language: Language): string {
  const kinds = new Map<string, number>();
  for (const { kind } of contacts) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const each = [...kinds].map(([kind, count]) => `${kind} ${count}`).join(language === 'zh' ? '、' : ', ');
  const replied = contacts.filter((contact) => contact.repliedAt !== '').length;
  return language === 'zh' ? `合计 ${contacts.length} 件${each === '' ? '' : `：${each}`}；已答复 ${replied} 件。` : `${contacts.length} in all${each === '' ? '' : `: ${each}`}; ${replied} replied to.`;
}
