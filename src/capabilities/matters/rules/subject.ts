const LONGEST = 60;

/** One line for lists: what was given, else place and the beginning of the content. Nobody writes subjects on the telephone. */
export function subjectOf(given: string | undefined, kindTitle: string, place: string, content: string): string {
  const own = given?.trim();
  if (own) return own.slice(0, 200);
  const text = [oneLine(place), oneLine(content)].filter(Boolean).join(' ');
  const characters = [...(text || kindTitle)];
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST - 1).join('')}…`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What stands in a subject before the beginning of the content: a place that nobody wrote there. '' where there is none. */
export function placeBefore(subject: string, content: string): string {
  const first = oneLine(content);
  const cut = subject.endsWith('…');
  const said = cut ? subject.slice(0, -1) : subject;
  if (first.startsWith(said)) return '';
  for (let at = said.indexOf(' '); at > 0; at = said.indexOf(' ', at + 1)) {
    const rest = said.slice(at + 1);
    if (rest === first || (cut && first.startsWith(rest))) return said.slice(0, at);
  }
  // A place as long as the line leaves no room for anything else.
  return cut && [...subject].length === LONGEST ? said : '';
}

/** The line of a matter after its place or its words were corrected; what somebody wrote himself stays as he wrote it. @param place - where it is now; null = as before */
export function subjectAgain(before: { readonly subject: string; readonly content: string }, kindTitle: string, place: string | null, content: string): string {
  const was = placeBefore(before.subject, before.content);
  if (before.subject !== subjectOf(undefined, kindTitle, was, before.content)) return before.subject;
  return subjectOf(undefined, kindTitle, place ?? was, content);
}
