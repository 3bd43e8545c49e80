import { channels } from '../contract.ts';

export type Channel = (typeof channels)[number];

/** The ways a matter comes in. */
export const channelWords = {
  phone: { zh: '电话', en: 'Phone' }, visit: { zh: '来访', en: 'Visit' }, letter: { zh: '来函', en: 'Letter' }, web: { zh: '网站', en: 'Web' },
  mail: { zh: '邮件', en: 'E-mail' }, app: { zh: '应用', en: 'App' }, box: { zh: '意见箱', en: 'Suggestion box' }, message: { zh: '短信微信', en: 'Message' },
  bank: { zh: '合作银行', en: 'Partner bank' }, survey: { zh: '满意度调查', en: 'Survey' }, internal: { zh: '内部', en: 'Internal' }, other: { zh: '其他', en: 'Other' },
} as const satisfies Record<Channel, { zh: string; en: string }>;
