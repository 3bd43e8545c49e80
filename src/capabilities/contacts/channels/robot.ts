import type { Text } from '#engine/text.ts';
import type { HttpAnswer, Reply } from './kind.ts';

const MINUTE = 60_000;
const SHOWN = 120;

/** What a code of a receiver means, in words, and what follows from it. */
export interface Meaning { readonly is: 'failed' | 'refused' | 'shut'; readonly answer: Text; readonly milliseconds?: number }

/**
 * Reads a robot's answer: a JSON with a number for success, whatever the status.
 * @param code - the name of that number; @param said - the name of the words beside it.
 */
export function readRobot(answer: HttpAnswer, names: { readonly who: Text; readonly code: readonly string[]; readonly said: string }, meanings: Readonly<Record<string, Meaning>>): Reply {
  if ('trouble' in answer) return { is: 'failed', answer: answer.trouble };
  const body = bodyOf(answer.body);
  const code = names.code.map((name) => body?.[name]).find((value) => typeof value === 'number' || typeof value === 'string');
  if (code === undefined) return { is: 'failed', answer: notUnderstood(names.who, answer.status) };
  if (String(code) === '0') return { is: 'sent', answer: { zh: `${names.who.zh}已接收`, en: `${names.who.en} took it` } };
  const known = meanings[String(code)];
  if (known?.is === 'shut') return { is: 'shut', answer: known.answer, milliseconds: known.milliseconds ?? MINUTE };
  if (known) return { is: known.is, answer: known.answer };
  const said = String(body?.[names.said] ?? '').slice(0, SHOWN);
  return { is: 'failed', answer: { zh: `${names.who.zh}没有接收，代码 ${code}：${said}`, en: `${names.who.en} did not take it, code ${code}: ${said}` } };
}

/** An answer that is no JSON object gives null. */
export function bodyOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const read: unknown = JSON.parse(text);
    return read !== null && typeof read === 'object' && !Array.isArray(read) ? (read as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

export function notUnderstood(who: Text, status: number): Text {
  const moved = status >= 300 && status < 400;
  return moved
    ? { zh: `对方要求转到别的地址（${status}），出于安全没有跟过去。请填写最终地址`, en: `The receiver sent us on to another address (${status}), which is not followed for safety. Please enter the final address` }
    : { zh: `${who.zh}的回答看不懂（状态 ${status}）。请核对地址是否完整`, en: `The answer of ${who.en} is not understood (status ${status}). Please check whether the address is complete` };
}
