/** Finds the places in a Chinese text that typed letters spell, by initials, whole syllables or a mixture; null where they do not. */
export type Speller = (text: string, letters: string) => readonly number[] | null;

const LETTERS = /^[a-z][a-z' ]*$/u;

/** Whether what was typed may be the spelling of Chinese words: letters alone. */
export function maySpell(typed: string): boolean {
  return LETTERS.test(typed.trim().toLowerCase());
}

/**
 * Whether a title of a list is meant by what was typed: its own words, or its spelling (`kf` and `kefu` for 客服部).
 * @param speller - null while it has not been loaded: then by words alone.
 */
export function isMeant(title: string, typed: string, speller: Speller | null): boolean {
  const sought = typed.trim().toLowerCase();
  if (sought === '' || title.toLowerCase().includes(sought)) return true;
  return speller !== null && maySpell(sought) && speller(title, sought.replaceAll(/[' ]/gu, '')) !== null;
}
