import type { Text } from '#engine/text.ts';

/** Digits that a number of this country has at least, when it is written with its country code and without a sign. */
const WITH_COUNTRY = 12;
/** Longer than any number with its extension: so much a file takes. */
const LONGEST = 40;
/** No number in the world has more. */
const MOST_DIGITS = 20;

/**
 * A telephone number as it is kept and compared: its digits alone, without the country code 86.
 * @returns '' when it has no digits.
 */
export function normalPhone(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const digits = plain.replace(/\D/g, '');
  if (/^\+\s*86/.test(plain)) return digits.slice(2);
  if (digits.startsWith('0086')) return digits.slice(4);
  return digits.startsWith('86') && digits.length >= WITH_COUNTRY ? digits.slice(2) : digits;
}

/** A mobile number of this country, its digits counted. */
const MOBILE = /^1[3-9]\d*$/;
const MOBILE_DIGITS = 11;

/** What is likely a mobile number with a digit too few or too many, as a sentence for whoever typed it; it stops nothing. */
export function oddLength(text: string): Text | null {
  if (wrongPhone(text)) return null;
  const digits = normalPhone(text);
  if (!MOBILE.test(digits)) return null;
  if (digits.length === MOBILE_DIGITS - 1) return { zh: '像是少一位（手机号 11 位），请再核对', en: 'A digit seems to be missing (mobile numbers have 11): please check' };
  if (digits.length === MOBILE_DIGITS + 1) return { zh: '像是多一位（手机号 11 位），请再核对', en: 'There seems to be a digit too many (mobile numbers have 11): please check' };
  return null;
}

/** Signs people put between digits, and what stands before an extension. */
const SIGNS = /[\s\d+\-–—_.()/#*~转]|ext/giu;

/**
 * Why a text is no telephone number, as a sentence for whoever typed it; null for a number and for nothing at all.
 * Digits of any width, blanks, brackets, hyphens, +86 and extensions are all taken.
 */
export function wrongPhone(text: string): Text | null {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return null;
  const other = plain.replace(SIGNS, '');
  if (other !== '') return { zh: `号码里有“${other.slice(0, 10)}”，请只写数字；没有号码就留空。`, en: `The number has “${other.slice(0, 10)}” in it. Please write digits only, or leave it empty.` };
  const digits = normalPhone(plain);
  if (digits === '') return { zh: '号码里没有数字，请重新填写；没有号码就留空。', en: 'There is no digit in the number. Please write it again, or leave it empty.' };
  if (digits.length > MOST_DIGITS) return { zh: `号码有 ${digits.length} 位，太长了，请核对。`, en: `The number has ${digits.length} digits, which is too long. Please check it.` };
  if (plain.length > LONGEST) return { zh: `号码最多写 ${LONGEST} 个字，请核对。`, en: `A number takes at most ${LONGEST} characters. Please check it.` };
  return null;
}
