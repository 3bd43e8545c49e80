import type { Language } from '#engine';
import type { AskJson } from '../contract.ts';

const FIRST: readonly string[] = ['customer', 'where'];
const REMARK: Readonly<Record<Language, string>> = { zh: '备注（可不填）', en: 'Remark (optional)' };

/**
 * What the act cannot do without, then what its policy wants to know, last what may be added: the first field has the focus, and
 * words typed there are what the printed form shows. Free words are a mere remark where the policy asks something itself.
 */
export function asksInOrder(own: readonly AskJson[], facts: readonly AskJson[], language: Language): AskJson[] {
  const free = own.filter((ask) => ask.name === 'text' && !ask.required);
  const needed = own.filter((ask) => ask.required);
  const extra = own.filter((ask) => !ask.required && !free.includes(ask));
  // Whose it is and where is most often wrong: it stands before all facts.
  const first = extra.filter((ask) => FIRST.includes(ask.name));
  const last = extra.filter((ask) => !first.includes(ask));
  if (first.length > 0) return [...first, ...needed, ...facts, ...last, ...free.map((ask) => ({ ...ask, title: REMARK[language] }))];
  return facts.length + needed.length > 0 ? [...needed, ...facts, ...extra, ...free.map((ask) => ({ ...ask, title: REMARK[language] }))] : [...extra.filter((ask) => ask.type === 'instant'), ...free, ...extra.filter((ask) => ask.type !== 'instant')];
}
