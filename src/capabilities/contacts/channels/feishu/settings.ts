import { z } from 'zod';
import { keyword, robotAddress, signSecret, webAddress } from '../fields.ts';

export const fields = [
  robotAddress({ zh: '群设置 → 群机器人 → 自定义机器人，复制 Webhook 地址，以 https://open.feishu.cn/ 开头', en: 'Group settings → robots → custom robot: copy the webhook address; begins with https://open.feishu.cn/' }),
  signSecret({ zh: '安全设置勾选“签名校验”后显示；没勾选就留空', en: 'Shown where “signature verification” is ticked in the security settings; leave empty otherwise' }),
  keyword,
];
export const schema = z.strictObject({ url: webAddress, secret: z.string().max(200).optional(), keyword: z.string().max(40).optional() });
