import { coverage, readDocument, type Coverage, type DocumentClause } from '../coverage/index.ts';
import type { Policy } from '../policy.ts';
import { readPolicy, type PolicyFile, type Problem } from '../reading/index.ts';
import { checkPolicy } from './check.ts';
import type { CheckedAgainst } from './finding.ts';

export interface CheckedText {
  /** null as soon as there is one error, of reading or of checking. */
  readonly policy: Policy | null;
  readonly problems: readonly Problem[];
  /** null without a document, or when the policy could not be read at all. */
  readonly coverage: Coverage | null;
}

/** A policy as its author has it before him. */
export interface CheckedFile extends PolicyFile {
  /** Name of the document for messages; `document.md` unless said otherwise. */
  readonly documentFile?: string;
}

/** Reads and checks a policy and its document: all problems at once, in the order of the lines, those of the document last; and what is carried by which rule. */
export function checkText(file: CheckedFile, holders: CheckedAgainst['holders'] = null): CheckedText {
  const { draft, problems } = readPolicy(file);
  const document = file.documentText === undefined ? null : readDocument(file.documentText);
  const clauses = document && new Map(document.clauses.map(({ id, text }) => [id, text]));
  const checked = draft ? checkPolicy(draft, { clauses, holders, file: file.file }) : [];
  const documentFile = file.documentFile ?? 'document.md';
  const lines = new Map(document?.clauses.map(({ id, line }) => [id, line]));
  // What concerns a clause as such is told at the clause, not in the rules.
  const [ofDocument, ofRules] = split(checked, (problem) => lines.has(problem.where));
  const all = [
    ...[...problems, ...ofRules].sort((a, b) => a.line - b.line),
    ...[...ofDocument.map((problem) => ({ ...problem, file: documentFile, line: lines.get(problem.where) ?? 1 })), ...repeated(document?.clauses ?? [], documentFile)].sort((a, b) => a.line - b.line),
  ];
  return { policy: all.some((problem) => problem.severity === 'error') ? null : draft, problems: all, coverage: draft && document && coverage(draft, document) };
}

function repeated(clauses: readonly DocumentClause[], file: string): readonly Problem[] {
  const first = new Map<string, number>();
  return clauses.flatMap(({ id, line }): readonly Problem[] => {
    const before = first.get(id);
    if (before === undefined) { first.set(id, line); return []; }
    return [{ severity: 'error', file, line, clause: id, where: id, message: { zh: `条款编号 ${id} 重复（第 ${before} 行已有），请改号`, en: `the clause id ${id} stands twice (first in line ${before}); give one another id` } }];
  });
}

function split<T>(list: readonly T[], first: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [list.filter(first), list.filter((one) => !first(one))];
}
