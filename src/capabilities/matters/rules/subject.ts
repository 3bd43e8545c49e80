const LONGEST = 60;

/** One line for lists: what was given, else place and the beginning of the content. Nobody writes subjects on the telephone. */
export function subjectOf(given: string | undefined, kindTitle: string, place: string, content: string): string {
  const own = given?.trim();
  if (own) return own.slice(0, 200);
  const first = content.replace(/\s+/g, ' ').trim();
  const text = [place.trim(), first].filter(Boolean).join(' ');
  const characters = [...(text || kindTitle)];
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST - 1).join('')}…`;
}
