import { readFileSync } from 'node:fs';

/** A policy of one page with one of everything; tests plant their mistakes in it. */
export const smallPolicy: string = readFileSync(new URL('./small-policy.yaml', import.meta.url), 'utf8');

/** The seven working extracts of the worked example, one document each. */
export const workedExample: string = readFileSync(new URL('./worked-example.yaml', import.meta.url), 'utf8');

/** The small policy with one passage replaced. @throws when the passage does not stand there exactly once: the test would test nothing. */
export function smallPolicyWith(passage: string, instead: string): string {
  const parts = smallPolicy.split(passage);
  if (parts.length !== 2) throw new Error(`“${passage}” stands ${parts.length - 1} times in the small policy`);
  return parts.join(instead);
}

/** Line (from 1) of the first place a text stands at. */
export function lineOf(text: string, passage: string): number {
  const at = text.indexOf(passage);
  if (at < 0) throw new Error(`“${passage}” does not stand in the text`);
  return text.slice(0, at).split('\n').length;
}
