/**
 * A user name as it is kept and compared: names that differ only in case, or in full-width letters, are one (`Ｌｉ` is `li`).
 * Typed on a Chinese keyboard the two are easily mixed up, and a look-alike could pass for a colleague.
 */
export function usernameOf(typed: string): string {
  return typed.normalize('NFKC').toLowerCase().normalize('NFKC');
}

/** Whether there is anything to read: a letter or a digit that is not invisible. */
export function readable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.replace(/\p{Default_Ignorable_Code_Point}/gu, ''));
}
