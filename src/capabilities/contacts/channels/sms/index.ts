import type { ChannelKind, HttpRequest, Message, Settings } from '../kind.ts';
import { shortText } from '../words.ts';
import { readAnswer } from './answers.ts';
import { fields, isObject, schema } from './settings.ts';

/** Text messages through whatever provider the company has: address, template and sign of success are settings. */
export const sms: ChannelKind = {
  kind: 'sms', title: { zh: '短信', en: 'SMS' }, hint: { zh: '发到员工的手机号，经短信服务商的接口', en: 'To a colleague’s mobile number, through a provider’s interface' }, reaches: 'phone', perMinute: 60, fields, schema,
  leads: 'url', receiver: (settings) => settings['url'] ?? '',
  async send(settings, message, means) {
    if (message.to.phone === null) return { is: 'refused', answer: { zh: '这个人没有登记手机号', en: 'This person has no mobile number on record' } };
    return readAnswer(await means.post(requestOf(settings, message, message.to.phone)), settings['success'] ?? '');
  },
};

/** The request the template describes. Words are put into its texts after it was read as JSON, so that nothing in them can change its shape. */
export function requestOf(settings: Settings, message: Message, phone: string): HttpRequest {
  const { url = '', method = 'POST', format = 'json', template = '{}', header = '', key = '' } = settings;
  const values: Readonly<Record<string, string>> = { phone: phone.replace(/[^\d+]/g, ''), text: shortText(message, Number(settings['longest'] ?? 200)), id: message.id };
  const filled = fill(JSON.parse(template), values);
  const headers = { 'x-message-id': message.id, ...(header !== '' && key !== '' ? { [header]: key } : {}) };
  if (method === 'GET') {
    const address = new URL(url);
    for (const [name, value] of pairs(filled)) address.searchParams.set(name, value);
    return { url: address.href, method, headers, body: null };
  }
  if (format === 'form') return { url, method, headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(pairs(filled)).toString() };
  return { url, method, headers: { ...headers, 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(filled) };
}

function fill(value: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return value.replace(/\{(phone|text|id)\}/g, (_all, name: string) => values[name] ?? '');
  if (Array.isArray(value)) return value.map((each) => fill(each, values));
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fill(each, values)])) : value;
}

const pairs = (value: unknown): [string, string][] => (isObject(value) ? Object.entries(value).map(([name, each]) => [name, typeof each === 'string' ? each : JSON.stringify(each)]) : []);
