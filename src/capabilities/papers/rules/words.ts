import type { Language, Text } from '#engine/text.ts';

/** Words that stand on every paper; the layout finds them by these names. */
const ON_PAPER = {
  'page-before': { zh: '第 ', en: 'Page ' }, 'page-between': { zh: ' 页　共 ', en: ' of ' }, 'page-after': { zh: ' 页', en: '' },
  'form-number': { zh: '表单编号', en: 'Form' }, edition: { zh: '版次', en: 'Edition' }, 'printed-by': { zh: '打印人', en: 'Printed by' },
  rare: { zh: '字库以外的字：', en: 'Characters not in the font: ' }, preview: { zh: '预览', en: 'PREVIEW' },
  sign: { zh: '签名', en: 'Signature' }, date: { zh: '日期', en: 'Date' }, none: { zh: '无', en: 'None' },
} as const satisfies Readonly<Record<string, Text>>;

/** All words of papers in one language. */
export function paperWords(language: Language): Readonly<Record<string, string>> {
  return said(ON_PAPER, language);
}

/** Every word of a list in one language. */
export function said<W extends Readonly<Record<string, Text>>>(words: W, language: Language): { readonly [K in keyof W]: string } {
  return Object.fromEntries(Object.entries(words).map(([name, text]) => [name, text[language]])) as { readonly [K in keyof W]: string };
}

const CHANNELS: Readonly<Record<string, Text>> = {
  phone: { zh: '来电', en: 'Phone' }, visit: { zh: '来访', en: 'Visit' }, letter: { zh: '来函', en: 'Letter' }, web: { zh: '网上', en: 'Web' }, mail: { zh: '邮件', en: 'Mail' },
  app: { zh: '小程序', en: 'App' }, box: { zh: '意见箱', en: 'Suggestion box' }, message: { zh: '短信微信', en: 'Message' }, bank: { zh: '银行转来', en: 'From a bank' },
  survey: { zh: '调查', en: 'Survey' }, internal: { zh: '内部', en: 'Internal' }, other: { zh: '其他', en: 'Other' },
};
/** How a contact came, in words. */
export const channelTitle = (channel: string, language: Language): string => CHANNELS[channel]?.[language] ?? channel;

const STATES: Readonly<Record<string, Text>> = {
  open: { zh: '在办', en: 'open' }, paused: { zh: '停表', en: 'paused' }, breached: { zh: '超时', en: 'overdue' }, met: { zh: '按时', en: 'in time' },
  'met-late': { zh: '迟办', en: 'late' }, waived: { zh: '免责', en: 'waived' }, void: { zh: '不再需要', en: 'no longer due' },
};
/** How an obligation stands, in words. */
export const stateTitle = (state: string, language: Language): string => STATES[state]?.[language] ?? state;

/** `2026-03-02T09:12:00+08:00` → `2026-03-02 09:12`, in the zone it is written in; nothing stays nothing. */
export const momentOf = (iso: string | null | undefined): string => (iso ? iso.slice(0, 16).replace('T', ' ') : '');

/** 第 n 次打印. */
export const timesPrinted = (nth: number, language: Language): string => (language === 'zh' ? `第 ${nth} 次打印` : `print no. ${nth}`);
