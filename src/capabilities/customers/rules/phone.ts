/** Digits that a number of this country has at least, when it is written with its country code and without a sign. */
const WITH_COUNTRY = 12;

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
