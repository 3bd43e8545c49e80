/** A long text is known by its first words: each term is a row. */
const MOST = 400;
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** A text as it is compared: width of letters, capitals and blanks do not count. */
export function plainText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}

/**
 * The pairs of neighbouring characters of a text, each as a 32-bit number made of the pair and the company. Two pairs may fall on one
 * number: whoever looks by numbers looks at the text again.
 */
export function termsOf(tenant: string, text: string): readonly number[] {
  const terms = new Set<number>();
  for (const run of plainText(text.slice(0, 4 * MOST)).split(' ')) {
    const characters = [...run];
    for (let at = 1; at < characters.length; at++) terms.add(numberOf(`${tenant}${characters[at - 1] ?? ''}${characters[at] ?? ''}`));
  }
  return [...terms].slice(0, MOST);
}

/** FNV-1a over the text's code units, as PostgreSQL's integer. */
function numberOf(text: string): number {
  let mixed = OFFSET;
  for (let at = 0; at < text.length; at++) mixed = Math.imul(mixed ^ text.charCodeAt(at), PRIME);
  return mixed | 0;
}
