import type { Language } from '#engine';
import { noticeText, TEMPLATES, type Said } from './wording.ts';

/** From so many waiting for one person on, they go as one mail. */
export const BUNDLE_ABOVE = 5;

export interface Enclosed { readonly template: string; readonly said: Said; /** Address of the matter's page, where there is one. */ readonly link: string | null }
export interface Letter { readonly subject: string; readonly text: string }

/** One mail about one notice, or about many with the gravest first. */
export function letterOf(enclosed: readonly Enclosed[], language: Language): Letter {
  const ordered = enclosed.toSorted((left, right) => gravity(left.template) - gravity(right.template));
  const first = ordered[0];
  if (!first) throw new TypeError('A letter encloses at least one notice.');
  const gravest = noticeText(first.template, first.said, language);
  const subject = ordered.length === 1 ? gravest : COUNTED[language](ordered.length, gravest);
  return { subject, text: [...ordered.map((each) => paragraph(each, language)), FOOT[language]].join('\n\n') };
}

/** So many notices of a bundle are told by name in a group or on a telephone; the rest is counted. */
const NAMED = 10;

/** A short message about one notice, or about many: the gravest in its subject. @param lines - one for each notice, the gravest first. */
export function bundleText(lines: readonly string[], language: Language): { readonly subject: string; readonly lines: readonly string[] } {
  const [gravest = ''] = lines;
  if (lines.length === 1) return { subject: gravest, lines };
  const subject = COUNTED[language](lines.length, gravest);
  const named = lines.slice(1, NAMED);
  const rest = lines.length - 1 - named.length;
  return { subject, lines: [subject, ...named, ...(rest > 0 ? [REST[language](rest)] : [])] };
}

/** What goes into one mail each: everything together above `BUNDLE_ABOVE`, else one by one. */
export function bundled<T>(waiting: readonly T[]): readonly (readonly T[])[] {
  return waiting.length > BUNDLE_ABOVE ? [waiting] : waiting.map((each) => [each]);
}

const gravity = (template: string): number => {
  const place = TEMPLATES.findIndex((each) => each === template);
  return place < 0 ? TEMPLATES.length : place;
};

function paragraph({ template, said, link }: Enclosed, language: Language): string {
  const clauses = said.clause.length ? [`${language === 'zh' ? '依据：' : 'Because of: '}${said.clause.join(language === 'zh' ? '、' : ', ')}`] : [];
  return [noticeText(template, said, language), ...clauses, ...(link === null ? [] : [link])].join('\n');
}

const COUNTED: Readonly<Record<Language, (count: number, gravest: string) => string>> = {
  zh: (count, gravest) => `您有 ${count} 条通知，最急：${gravest}`, en: (count, gravest) => `You have ${count} notices. Most urgent: ${gravest}`,
};
const REST: Readonly<Record<Language, (count: number) => string>> = { zh: (count) => `另有 ${count} 条，请登录查看`, en: (count) => `and ${count} more; please sign in` };
const FOOT: Readonly<Record<Language, string>> = { zh: '本邮件由系统发出，请在系统中办理，不要回复邮件。', en: 'This mail was sent by the system. Please act in the system and do not reply.' };
