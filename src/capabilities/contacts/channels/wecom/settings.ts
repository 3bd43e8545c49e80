import { z } from 'zod';
import { field, robotAddress, webAddress } from '../fields.ts';

export const fields = [
  robotAddress({ zh: '群设置 → 消息推送（群机器人）→ 添加后复制的地址，以 https://qyapi.weixin.qq.com/ 开头', en: 'Group settings → group robot → the address shown after adding it; begins with https://qyapi.weixin.qq.com/' }),
  field('mention', { zh: '@本人', en: 'Mention' }, { zh: '按员工手机号 @ 到人，群里会响一声', en: 'Mentions the colleague by his mobile number, so that his phone rings' }, {
    is: 'choice', required: true, start: 'yes', options: [{ id: 'yes', title: { zh: '要', en: 'Yes' } }, { id: 'no', title: { zh: '不要', en: 'No' } }],
  }),
];
export const schema = z.strictObject({ url: webAddress, mention: z.enum(['yes', 'no']) });
