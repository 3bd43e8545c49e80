import type { ChannelKind } from '../kind.ts';
import { readAnswer } from './answers.ts';
import { fields, schema } from './settings.ts';

/** Mail through a server of the company's own; it takes the place of the installation's. */
export const smtp: ChannelKind = {
  kind: 'smtp', title: { zh: '邮件', en: 'Mail' }, hint: { zh: '发到员工的邮箱，经公司自己的邮件服务器', en: 'To a colleague’s address, through the company’s own mail server' }, reaches: 'email', perMinute: 60, fields, schema,
  leads: 'host', receiver: (settings) => `${settings['host'] ?? ''} ${settings['user'] ?? ''}`,
  async send(settings, { id, to, subject, lines, link }, means) {
    if (to.email === null) return { is: 'refused', answer: { zh: '这个人没有登记邮箱', en: 'This person has no mail address on record' } };
    const { host = '', port = '465', user = '', password = '', from = '' } = settings;
    const text = [...lines, ...(link === null ? [] : [link])].join('\n\n');
    return readAnswer(await means.mail({ host, port: Number(port), secure: port === '465', user, password, from }, { to: to.email, subject, text, id }));
  },
};
