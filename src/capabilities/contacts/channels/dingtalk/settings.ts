import { z } from 'zod';
import { field, keyword, robotAddress, signSecret, webAddress } from '../fields.ts';

export const fields = [
  robotAddress({ zh: '群设置 → 机器人 → 自定义，复制 Webhook 地址，以 https://oapi.dingtalk.com/ 开头', en: 'Group settings → robots → custom: copy the webhook address; begins with https://oapi.dingtalk.com/' }),
  signSecret({ zh: '安全设置勾选“加签”后显示，以 SEC 开头；没勾选就留空', en: 'Shown where “sign” is ticked in the security settings; begins with SEC. Leave empty otherwise' }),
  keyword,
  field('mention', { zh: '@本人', en: 'Mention' }, { zh: '按员工手机号 @ 到人', en: 'Mentions the colleague by his mobile number' }, {
    is: 'choice', required: true, start: 'yes', options: [{ id: 'yes', title: { zh: '要', en: 'Yes' } }, { id: 'no', title: { zh: '不要', en: 'No' } }],
  }),
];
export const schema = z.strictObject({ url: webAddress, secret: z.string().max(200).optional(), keyword: z.string().max(40).optional(), mention: z.enum(['yes', 'no']) });
