import type { Text } from '#engine/text.ts';
import { usernameOf } from './names.ts';

/** Whose password it is to be; what is not known yet is left out. */
export interface Whose { readonly username?: string; readonly company?: string }

/** Those that are tried first by anybody who tries; runs and repetitions are found without a list. */
const COMMON = new Set([
  'password', 'password1', 'password123', 'passw0rd', 'p@ssw0rd', 'p@ssword', 'qwertyui', 'qwertyuiop', 'qwerty123', 'qwer1234', '1q2w3e4r', '1qaz2wsx', 'q1w2e3r4', 'asdfghjk', 'asdfghjkl', 'zxcvbnm1', 'zxcvbnm123',
  'abc12345', 'abc123456', 'abcd1234', 'a1234567', 'a12345678', 'a123456789', 'aa123456', 'aa12345678', '12341234', '123123123', '12344321', '123qweasd', '1234qwer', 'iloveyou', 'woaini1314', 'woaini520', '5201314520', '13145201314', '147258369', '11223344', '1122334455',
  'admin123', 'admin1234', 'admin888', 'administrator', 'root1234', 'welcome1', 'welcome123', 'letmein1', 'letmein123', 'changeme', 'changeme1', 'test1234', 'mima1234', 'mima123456', 'aftercare', 'aftercare123', 'shouhou123',
]);
const SHORTEST = 8;
/** A code of two letters stands in half of all words. */
const TELLING = 3;

/** Why a new password will not do; null = it will. The same for pages and for the server. */
export function weakPassword(password: string, { username = '', company = '' }: Whose): Text | null {
  const plain = password.normalize('NFKC').toLowerCase();
  if (password.length < SHORTEST) return { zh: `密码至少 ${SHORTEST} 位。`, en: `A password needs ${SHORTEST} characters or more.` };
  if (COMMON.has(plain) || new Set(plain).size < 3 || isRun(plain)) return { zh: '这个密码太常见，别人一猜就中：请不要用连续或重复的字符，也不要用 password、abcd1234 之类。', en: 'This password is among the first that anybody would try: no runs, no repetitions, nothing like password or abcd1234, please.' };
  if (username !== '' && plain.includes(usernameOf(username))) return { zh: '密码里不能有账号，请换一个。', en: 'A password may not contain the account. Please choose another.' };
  if (company.length >= TELLING && plain.includes(company.toLowerCase())) return { zh: '密码里不能有公司代码，请换一个。', en: 'A password may not contain the company code. Please choose another.' };
  return null;
}

/** 12345678, 87654321, abcdefgh: each sign is the next one, or the one before; 0 comes after 9. */
function isRun(text: string): boolean {
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0);
  return [1, -1].some((step) => codes.every((code, at) => at === 0 || code === (codes[at - 1] ?? 0) + step || (code === 48 && codes[at - 1] === 57) || (code === 57 && codes[at - 1] === 48)));
}
