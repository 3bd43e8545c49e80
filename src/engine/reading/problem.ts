import type { Text } from '../text.ts';

/** Something wrong or doubtful in a policy: which file and line, which clause it concerns, where in the document, and what to do. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** First clause of the rule it stands in; null where the rule names none. */
  readonly clause: string | null;
  /** `duties.forward.rows#2.due`: rows and other lists are counted from 1. */
  readonly where: string;
  readonly message: Text;
}

export type Path = readonly (string | number)[];

/** Writes a path for people; list places are counted from 1. */
export function spellPath(path: Path): string {
  return path.map((part, index) => (typeof part === 'number' ? `#${part + 1}` : index === 0 ? part : `.${part}`)).join('');
}
