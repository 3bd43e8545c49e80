import type { Language } from '#engine';
import type { ReceiveBody } from '../contract.ts';
import { subjectOf } from './subject.ts';

/** Said in the record, so that whoever completes it knows what to ask. */
const ASK_AGAIN: Readonly<Record<Language, (typed: string) => string>> = {
  zh: (typed) => `（电话按原样记下：“${typed}”，读不成号码，请再问一次）`,
  en: (typed) => `(Telephone as it was typed: “${typed}”. It could not be read as a number; please ask again.)`,
};
const LONGEST = 20_000;
const LONGEST_NAME = 100;
/** So much of what was typed tells what it was. */
const LONGEST_TYPED = 500;

/**
 * A receipt whose telephone number cannot be read, and that cannot wait for it: what was typed stands among the words, and it goes as an urgent
 * report, whose record is completed within half an hour. The file of the caller gets no number that is none.
 */
export function withPhoneAsTyped(body: ReceiveBody, language: Language): ReceiveBody {
  const { customer } = body;
  if (!customer || !('phone' in customer) || customer.phone === undefined) return body;
  const { phone, ...rest } = customer;
  const typed = phone.trim();
  const line = ASK_AGAIN[language](typed.slice(0, LONGEST_TYPED));
  // Without a name or a place he is called by what was typed.
  const named = rest.name === undefined && !rest.address?.trim() ? { ...rest, name: typed.slice(0, LONGEST_NAME) } : rest;
  // What is to be asked again is no part of the line that names the matter in lists and alarms.
  return { ...body, subject: subjectOf(body.subject, '', rest.address ?? '', body.content), customer: named, content: `${body.content.slice(0, LONGEST - line.length - 1)}\n${line}`, urgent: true };
}
