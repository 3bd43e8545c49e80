import { createHmac } from 'node:crypto';
import type { ChannelKind } from '../kind.ts';
import { groupText } from '../words.ts';
import { readAnswer } from './answers.ts';
import { fields, schema } from './settings.ts';

const MOST_BYTES = 8000;

/** A robot in a group of DingTalk. */
export const dingtalk: ChannelKind = {
  kind: 'dingtalk', title: { zh: '钉钉群机器人', en: 'DingTalk group robot' }, hint: { zh: '发到一个钉钉群', en: 'Writes into a group of DingTalk' }, reaches: 'group', perMinute: 18, fields, schema,
  leads: 'url', receiver: (settings) => settings['url'] ?? '',
  async send(settings, message, means) {
    const at = settings['mention'] === 'yes' && message.to.phone !== null ? { at: { atMobiles: [message.to.phone], isAtAll: false } } : {};
    const body = JSON.stringify({ msgtype: 'text', text: { content: groupText(message, settings['keyword'] ?? '', MOST_BYTES) }, ...at });
    const url = signed(settings['url'] ?? '', settings['secret'] ?? '', means.now);
    return readAnswer(await means.post({ url, method: 'POST', headers: { 'content-type': 'application/json; charset=utf-8', 'x-message-id': message.id }, body }));
  },
};

/** `timestamp` (milliseconds) and `sign` in the address: HMAC-SHA256 with the secret over “timestamp, new line, secret”. */
export function signed(address: string, secret: string, now: number): string {
  if (secret === '') return address;
  const url = new URL(address);
  url.searchParams.set('timestamp', String(now));
  url.searchParams.set('sign', createHmac('sha256', secret).update(`${now}\n${secret}`).digest('base64'));
  return url.href;
}
