import { z } from 'zod';
import type { Text } from '#engine/text.ts';
import { addressTrouble } from './address.ts';
import type { Field } from './kind.ts';

export const LONGEST_ADDRESS = 1000;

/** A field with what is usual for it. */
export function field(name: string, title: Text, hint: Text, more: Partial<Field> = {}): Field {
  return { name, title, hint, is: 'line', required: false, start: '', options: [], ...more };
}

/** A rule of our own with its words, which the answer to a wrong body repeats. */
export const fits = (test: (value: string) => boolean, text: Text): z.ZodString => z.string().max(4000).refine(test, { params: { text } });

/** A web address to write to. Where it leads is looked at again with each message. */
export const webAddress = z.string().max(LONGEST_ADDRESS).superRefine((value, issue) => {
  const trouble = addressTrouble(value);
  if (trouble) issue.addIssue({ code: 'custom', params: { text: trouble } });
});

export const robotAddress = (hint: Text): Field => field('url', { zh: '机器人地址', en: 'Robot address' }, hint, { is: 'secret', required: true });
export const signSecret = (hint: Text): Field => field('secret', { zh: '加签密钥', en: 'Signing secret' }, hint, { is: 'secret' });
export const keyword = field('keyword', { zh: '关键词', en: 'Keyword' }, { zh: '群里设了“自定义关键词”才填，会加在每条消息开头', en: 'Only where the group asks for a keyword; it is put before each message' });
