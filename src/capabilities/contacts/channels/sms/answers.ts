import type { HttpAnswer, Reply } from '../kind.ts';
import { bodyOf, notUnderstood } from '../robot.ts';

const WHO = { zh: '短信服务商', en: 'The SMS provider' };
const SHOWN = 120;

/** Reads by the rule of the settings: `data.status=OK`, or nothing at all: then the status alone tells. */
export function readAnswer(answer: HttpAnswer, success: string): Reply {
  if ('trouble' in answer) return { is: 'failed', answer: answer.trouble };
  const { status, body } = answer;
  if (status === 429) return { is: 'shut', milliseconds: 60_000, answer: { zh: '短信服务商说发送太快（429），一分钟后自动再发', en: 'The SMS provider says this was too fast (429); it is sent again in a minute' } };
  if (status === 401 || status === 403) return { is: 'refused', answer: { zh: `短信服务商不认密钥（${status}）。请核对请求头和密钥`, en: `The SMS provider does not accept the key (${status}). Check header and key` } };
  if (status >= 300 && status < 400) return { is: 'refused', answer: notUnderstood(WHO, status) };
  if (status < 200 || status > 299) return { is: status >= 500 ? 'failed' : 'refused', answer: { zh: `短信服务商没有接收（状态 ${status}）：${body.slice(0, SHOWN)}`, en: `The SMS provider did not take it (status ${status}): ${body.slice(0, SHOWN)}` } };
  if (success !== '' && !holds(body, success)) return { is: 'failed', answer: { zh: `短信服务商的回答不符合“${success}”：${body.slice(0, SHOWN)}`, en: `The SMS provider’s answer does not say “${success}”: ${body.slice(0, SHOWN)}` } };
  return { is: 'sent', answer: { zh: '短信服务商已接收', en: 'The SMS provider took it' } };
}

function holds(body: string, rule: string): boolean {
  const at = rule.indexOf('=');
  let value: unknown = bodyOf(body);
  for (const name of rule.slice(0, at).trim().split('.')) value = value !== null && typeof value === 'object' && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
  return value !== undefined && String(value) === rule.slice(at + 1).trim();
}
