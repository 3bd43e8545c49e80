import type { ChannelKind } from '../kind.ts';
import { groupText } from '../words.ts';
import { readAnswer } from './answers.ts';
import { fields, schema } from './settings.ts';

/** The robot takes text of 2,048 bytes. */
const MOST_BYTES = 2000;

/** A robot in a group of WeCom. */
export const wecom: ChannelKind = {
  kind: 'wecom', title: { zh: '企业微信群机器人', en: 'WeCom group robot' }, hint: { zh: '发到一个企业微信群', en: 'Writes into a group of WeCom' }, reaches: 'group', perMinute: 18, fields, schema,
  leads: 'url', receiver: (settings) => settings['url'] ?? '',
  async send(settings, message, means) {
    const mentioned = settings['mention'] === 'yes' && message.to.phone !== null ? { mentioned_mobile_list: [message.to.phone] } : {};
    const body = JSON.stringify({ msgtype: 'text', text: { content: groupText(message, '', MOST_BYTES), ...mentioned } });
    return readAnswer(await means.post({ url: settings['url'] ?? '', method: 'POST', headers: { 'content-type': 'application/json; charset=utf-8', 'x-message-id': message.id }, body }));
  },
};
