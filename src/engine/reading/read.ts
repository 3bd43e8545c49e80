import type { Policy } from '../policy.ts';
import { buildApprovals } from './build/approvals.ts';
import { buildForms, buildGuidance, buildMeasures, buildScores } from './build/counting.ts';
import { buildDuties } from './build/duties.ts';
import { buildFrame } from './build/frame.ts';
import { buildGuards, buildReactions } from './build/guards.ts';
import { buildKinds, vocabularyOfRaw } from './build/kinds.ts';
import { spellPath, type Problem } from './problem.ts';
import { clauseAt, Reader } from './reader.ts';
import { policyDocument, type RawPolicy } from './schema/document.ts';
import { asMeant, shapeProblems } from './shape.ts';
import { versionOf } from './version.ts';
import { readYaml, type YamlFile } from './yaml.ts';

export interface PolicyFile {
  /** Name for messages. */
  readonly file: string;
  /** policy.yaml */
  readonly text: string;
  /** document.md, which belongs to the version. */
  readonly documentText?: string;
}

export interface ReadPolicy {
  /** null as soon as there is one error. */
  readonly policy: Policy | null;
  /** What could be read in spite of errors, for the checker only: it must never be run. */
  readonly draft: Policy | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads one policy: YAML that means the same in 1.1 and 1.2, known keys only, every condition, time and bearer understood, every condition typed.
 * Relations between rules are the business of `checkPolicy`. Never throws for what the file says.
 */
export function readPolicy(file: PolicyFile): ReadPolicy {
  const [only, second] = readYaml(file.text);
  if (!only) return failed(file, 1, '文件是空的', 'the file is empty');
  if (second) return failed(file, second.lineOf([]), '一个文件只能有一份制度（此处出现第二份）', 'one file holds one policy; a second one begins here');
  return readOne(only, file);
}

/** Reads a file with several policies between `---` lines; each has its own version. */
export function readPolicies(file: PolicyFile): readonly ReadPolicy[] {
  const written = readYaml(file.text);
  if (written.length === 0) return [failed(file, 1, '文件是空的', 'the file is empty')];
  return written.map((yaml) => readOne(yaml, { ...file, text: yaml.text }));
}

function readOne(yaml: YamlFile, file: PolicyFile): ReadPolicy {
  const problem = (line: number, clause: string | null, where: string, message: Problem['message']): Problem => ({ severity: 'error', file: file.file, line, clause, where, message });
  const written = yaml.problems.map(({ line, message }) => problem(line, null, '', message));
  if (yaml.value === null) return { policy: null, draft: null, problems: written.length > 0 ? written : failed(file, 1, '文件是空的', 'the file is empty').problems };
  const shape = shapeProblems(policyDocument, yaml.value).map(({ path, message }) => problem(yaml.lineOf(path), clauseAt(yaml.value, path), spellPath(path), message));
  // One unknown key does not keep the rest from being read: all that is wrong is told at once.
  const parsed = policyDocument.safeParse(shape.length === 0 ? yaml.value : asMeant(policyDocument, yaml.value));
  if (!parsed.success) return { policy: null, draft: null, problems: inOrder([...written, ...shape]) };
  const reader = new Reader(parsed.data, yaml, file.file);
  const draft = build(reader, parsed.data, versionOf(file.text, file.documentText ?? ''));
  const problems = inOrder([...written, ...shape, ...reader.problems]);
  return { policy: problems.length === 0 ? draft : null, draft, problems };
}

function build(reader: Reader, raw: RawPolicy, version: string): Policy {
  checkZone(reader, raw.zone);
  const vocabulary = vocabularyOfRaw(reader);
  return {
    id: raw.policy, version, title: raw.title, zone: raw.zone, ...buildFrame(reader),
    kinds: buildKinds(reader, vocabulary), duties: buildDuties(reader, vocabulary), guards: buildGuards(reader, vocabulary), reactions: buildReactions(reader, vocabulary),
    approvals: buildApprovals(reader), measures: buildMeasures(reader), scores: buildScores(reader), forms: buildForms(reader), guidance: buildGuidance(reader),
  };
}

function checkZone(reader: Reader, zone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    reader.report(['zone'], { zh: `没有名为“${zone}”的时区，例：Asia/Shanghai`, en: `there is no time zone “${zone}”; write for example Asia/Shanghai` });
  }
}

function failed(file: PolicyFile, line: number, zh: string, en: string): ReadPolicy {
  return { policy: null, draft: null, problems: [{ severity: 'error', file: file.file, line, clause: null, where: '', message: { zh, en } }] };
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => a.line - b.line);
}
