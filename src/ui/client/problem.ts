import type { Say } from '../words/words.ts';
import type { partWords } from '../words/parts.ts';

export type ProblemKind =
  | 'offline' | 'unreadable' | 'signed-out' | 'forbidden' | 'not-found' | 'refused' | 'changed' | 'wrong' | 'running' | 'too-many' | 'server';

/** Why a call did not succeed. `message` is the server's own sentence in the reader's language, or empty. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly kind: ProblemKind;
  readonly status: number;
  readonly code: string;
  readonly details: unknown;

  constructor(kind: ProblemKind, found: { status?: number; code?: string; message?: string; details?: unknown } = {}) {
    super(found.message ?? '');
    this.kind = kind;
    this.status = found.status ?? 0;
    this.code = found.code ?? kind;
    this.details = found.details;
  }
}

/** The kind of an answer that is no success, by its status and the error word of the contract. */
export function problemKind(status: number, code: string): ProblemKind {
  if (status === 401) return 'signed-out';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 409) return code === 'refused' ? 'refused' : code === 'changed' ? 'changed' : 'running';
  if (status === 429) return 'too-many';
  return status >= 500 ? 'server' : 'wrong';
}

/** What the server says is wrong, place by place: without it nobody would know what to correct. */
export function wrongPlaces(trouble: unknown): readonly string[] {
  const details = trouble instanceof Problem && trouble.kind === 'wrong' ? trouble.details : null;
  const issues: unknown = details !== null && typeof details === 'object' && 'issues' in details ? details.issues : [];
  if (!Array.isArray(issues)) return [];
  return [...new Set(issues.flatMap((issue: unknown) => (issue !== null && typeof issue === 'object' && 'message' in issue && typeof issue.message === 'string' ? [issue.message] : [])))];
}

/** The one translator of failures into a sentence: the server's words first, ours where it had none. */
export function problemText(trouble: unknown, say: Say<typeof partWords>): string {
  if (!(trouble instanceof Problem)) return say('serverTrouble');
  if (trouble.message !== '') return [trouble.message, ...wrongPlaces(trouble)].join(' ');
  switch (trouble.kind) {
    case 'offline': return say('offline');
    case 'unreadable': return say('unreadable');
    case 'signed-out': return say('signedOut');
    case 'forbidden': return say('forbidden');
    case 'not-found': return say('notFound');
    case 'too-many': return say('tooMany');
    default: return say('serverTrouble');
  }
}
