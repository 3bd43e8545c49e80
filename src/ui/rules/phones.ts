/** Masks a telephone number for lists: 138****2046. Short or empty text is left as it is. */
export function maskedPhone(phone: string): string {
  const digits = phone.replace(/\D/gu, '');
  return digits.length < 7 ? phone : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

export type Sought = { readonly is: 'phone' | 'number' | 'text'; readonly text: string };

/** What somebody looks for without saying so: four digits are a phone's tail, seven or more a phone, letters with digits a number. */
export function soughtBy(typed: string): Sought {
  const text = typed.trim();
  const digits = text.replace(/[\s-]/gu, '');
  if (/^\d{4}$/u.test(digits) || /^\+?\d{7,15}$/u.test(digits)) return { is: 'phone', text: digits };
  if (/^[A-Za-z]+-[\dA-Za-z-]+$/u.test(text)) return { is: 'number', text: text.toUpperCase() };
  return { is: 'text', text };
}
