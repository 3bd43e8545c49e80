import { z } from 'zod';
import { field, fits } from '../fields.ts';

export const fields = [
  field('host', { zh: '邮件服务器', en: 'Mail server' }, { zh: '如 smtp.example.com；只在内网的服务器请由管理员写进 SMTP_URL', en: 'Like smtp.example.com. For a server inside your own network the administrator sets SMTP_URL' }, { required: true }),
  field('port', { zh: '端口', en: 'Port' }, { zh: '465（加密）或 587（先明后密）', en: '465 (encrypted) or 587 (encrypted after greeting)' }, { is: 'choice', required: true, start: '465', options: ['465', '587', '25', '2525'].map((id) => ({ id, title: { zh: id, en: id } })) }),
  field('user', { zh: '账号', en: 'Account' }, { zh: '多数是完整的邮箱地址', en: 'Mostly the whole address' }),
  field('password', { zh: '密码', en: 'Password' }, { zh: '多数邮箱要用“客户端授权码”，不是登录密码', en: 'Many providers want an “app password”, not the one for signing in' }, { is: 'secret' }),
  field('from', { zh: '发件人', en: 'Sender' }, { zh: '如 售后 <care@example.com>', en: 'Like Aftercare <care@example.com>' }, { required: true }),
];
export const schema = z.strictObject({
  host: fits((host) => /^[A-Za-z0-9.:-]{1,253}$/.test(host), { zh: '请只填服务器的名称，如 smtp.example.com。', en: 'Please enter the name of the server only, like smtp.example.com.' }),
  port: fits((port) => /^\d{1,5}$/.test(port) && Number(port) <= 65_535, { zh: '请填端口号，如 465。', en: 'Please enter a port, like 465.' }),
  user: z.string().max(200).optional(), password: z.string().max(200).optional(),
  from: fits((from) => /^[^\r\n]{0,100}[^\s@<]+@[^\s@>]+>?$/.test(from), { zh: '请填发件人，如 售后 <care@example.com>。', en: 'Please enter the sender, like Aftercare <care@example.com>.' }),
});
