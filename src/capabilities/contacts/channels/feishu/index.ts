import { createHmac } from 'node:crypto';
import type { ChannelKind } from '../kind.ts';
import { groupText } from '../words.ts';
import { readAnswer } from './answers.ts';
import { fields, schema } from './settings.ts';

const MOST_BYTES = 8000;

/** A robot in a group of Feishu. It can mention nobody by a telephone number: the name stands in the text. */
export const feishu: ChannelKind = {
  kind: 'feishu', title: { zh: '飞书群机器人', en: 'Feishu group robot' }, hint: { zh: '发到一个飞书群', en: 'Writes into a group of Feishu' }, reaches: 'group', perMinute: 18, fields, schema,
  leads: 'url', receiver: (settings) => settings['url'] ?? '',
  async send(settings, message, means) {
    const text = groupText(message, settings['keyword'] ?? '', MOST_BYTES);
    const body = JSON.stringify({ ...signature(settings['secret'] ?? '', means.now), msg_type: 'text', content: { text } });
    return readAnswer(await means.post({ url: settings['url'] ?? '', method: 'POST', headers: { 'content-type': 'application/json; charset=utf-8', 'x-message-id': message.id }, body }));
  },
};

/** `timestamp` (seconds) and `sign` in the body: HMAC-SHA256 over nothing, with “timestamp, new line, secret” as its key. */
export function signature(secret: string, now: number): { timestamp?: string; sign?: string } {
  if (secret === '') return {};
  const timestamp = String(Math.floor(now / 1000));
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64') };
}
