import type { Text } from '#engine/text.ts';

const readable = (text: string): boolean => /[\p{L}\p{N}]/u.test(text.replace(/\p{Default_Ignorable_Code_Point}/gu, ''));

/** What a cell says: in one spelling, without what turns the line round unseen (numbers copied from telephones bring it along). */
export const cellText = (cell: string | undefined): string => (cell ?? '').normalize('NFC').replace(/[\u202a-\u202e\u2066-\u2069]/g, '').trim();

/** Several reasons in one line: the stop of each gives way to what stands between them. */
export const inOneLine = (reasons: readonly string[]): string => reasons.map((each) => each.replace(/[。.]$/, '')).join('；');

/** Why a text of a row cannot be what its column says; null = it can. */
export function wrongName(name: string): Text | null {
  if (name === '' || !readable(name)) return { zh: '没有姓名', en: 'The name is missing' };
  return name.length > 60 ? { zh: '姓名超过 60 个字', en: 'The name has more than 60 characters' } : null;
}

export function wrongAccount(username: string): Text | null {
  if (username === '') return { zh: '没有账号：可以用工号或姓名拼音', en: 'The account is missing: a staff number or the name will do' };
  if (!/^[\p{L}\p{N}\p{M}._-]{2,40}$/u.test(username) || !readable(username)) return { zh: `账号「${username}」只能用文字、数字、点、横线，2 至 40 位`, en: `The account “${username}” may have letters, digits, dots and dashes, 2 to 40 of them` };
  return null;
}

export function wrongPhone(phone: string): Text | null {
  if (phone === '') return null;
  const digits = phone.replace(/\D/g, '').length;
  if (phone.length <= 40 && digits >= 5 && digits <= 20 && /^[\d\s()+（）＋.-]+$/u.test(phone)) return null;
  return { zh: `手机「${phone.slice(0, 20)}」不是电话号码；若被表格改成 1.38E+10，请把这一列设为文本`, en: `“${phone.slice(0, 20)}” is no telephone number; if the sheet made it 1.38E+10, set the column to text` };
}

export function wrongMail(email: string): Text | null {
  return email === '' || (email.length <= 200 && /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(email)) ? null : { zh: `邮箱「${email.slice(0, 40)}」不完整`, en: `The mail address “${email.slice(0, 40)}” is not complete` };
}
