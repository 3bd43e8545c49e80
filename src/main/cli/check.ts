import { basename, dirname, join, resolve } from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';
import type { Policy, Problem } from '#engine';
import { checkPolicy } from '#engine/check/index.ts';
import { citations, readDocument } from '#engine/coverage/index.ts';
import { readPolicies } from '#engine/reading/index.ts';
import { readPolicyFiles, textOf, type PolicyFiles } from './policy-files.ts';
import { inOurWords, problemLine, summaryOf } from './problems.ts';
import { printSchema } from './schema.ts';
import { Misuse, type ExitCode, type Surroundings } from './surroundings.ts';

export interface CheckOptions { readonly json?: boolean; readonly clauses?: string; readonly schema?: boolean }

/** `policy check`: everything wrong or doubtful in a policy, each with file, line and clause. 1 when there is an error. */
export async function check(given: string | undefined, options: CheckOptions, around: Surroundings): Promise<ExitCode> {
  if (options.schema) return printSchema(around);
  if (given === undefined) throw new Misuse({ zh: '请写明要检查的制度文件夹或文件', en: 'name the folder or file of the policy to check' });
  const files = await readPolicyFiles(given, around);
  const listed = options.clauses === undefined ? null : await readClauses(options.clauses, around);
  const holders = holdersOf(files);
  const read = readPolicies({ file: files.file, text: files.rules, ...(files.document === null ? {} : { documentText: files.document }) });
  const problems = inOurWords([
    ...read.flatMap(({ draft, problems: found }) => [...found, ...(draft ? checkPolicy(draft, { clauses: clausesOf(draft, files, listed), holders: holders.positions, file: files.file }) : [])]),
    ...holders.problems,
    ...withoutDocument(files, listed !== null),
  ]);
  const clean = problems.every((each) => each.severity !== 'error');
  if (options.json) around.out(JSON.stringify({ ok: clean, policies: read.flatMap(({ draft }) => (draft ? [{ policy: draft.id, version: draft.version }] : [])), problems: problems.map((each) => ({ ...each, message: each.message[around.language] })) }, null, 2));
  else around.out([...problems.map((each) => problemLine(each, around.language)), summaryOf(problems, around.language)].join('\n'));
  return clean ? 0 : 1;
}

/** A policy without its text can be held against nothing: that is said, or a clean answer would promise too much. */
function withoutDocument({ file, document }: PolicyFiles, listed: boolean): readonly Problem[] {
  if (document !== null || listed || basename(file) !== 'policy.yaml') return [];
  const message = { zh: '没有 document.md：条文没有核对，规则引用的条款是否存在、有没有条款没落实都不知道', en: 'there is no document.md: nothing was held against the text, so nobody knows whether the clauses cited exist or whether some have no rule' };
  return [{ severity: 'warning', file: join(dirname(file), 'document.md'), line: 1, clause: null, where: '', message }];
}

/** The clauses a policy is held against: those of a list that share its prefix, else those of its document. */
function clausesOf(policy: Policy, files: PolicyFiles, listed: ReadonlyMap<string, string> | null): ReadonlyMap<string, string> | null {
  if (listed === null) return files.document === null ? null : new Map(readDocument(files.document).clauses.map(({ id, text }) => [id, text]));
  const prefix = (id: string): string => id.split('-')[0] ?? id;
  const own = new Set(citations(policy).map(({ clause }) => prefix(clause)));
  return new Map([...listed].filter(([id]) => own.has(prefix(id))));
}

/** Reads a list of clauses separated by tabs: the first column is the id, a column headed `text` its words. */
async function readClauses(given: string, { folder }: Surroundings): Promise<ReadonlyMap<string, string>> {
  const text = await textOf(resolve(folder, given));
  if (text === null) throw new Misuse({ zh: `--clauses：没有文件 ${given}`, en: `--clauses: there is no file ${given}` });
  const [header = [], ...rows] = text.replace(/^\ufeff/, '').split(/\r?\n/).filter((line) => line.trim() !== '').map((line) => line.split('\t'));
  const at = header.indexOf('text');
  return new Map(rows.map((cells) => [cells[0]?.trim() ?? '', at < 0 ? '' : cells[at] ?? '']));
}

/** Positions that somebody of the demonstration holds; null = not known. */
function holdersOf({ demo }: PolicyFiles): { readonly positions: ReadonlySet<string> | null; readonly problems: readonly Problem[] } {
  if (!demo) return { positions: null, problems: [] };
  const yaml = parseDocument(demo.text);
  const wrong = yaml.errors[0];
  if (wrong) {
    const line = demo.text.slice(0, wrong.pos[0]).split('\n').length;
    return { positions: null, problems: [{ severity: 'error', file: demo.file, line, clause: null, where: '', message: { zh: '这里不是合规的 YAML', en: 'this is no valid YAML' } }] };
  }
  const people = isMap(yaml.contents) ? yaml.contents.get('people') : undefined;
  if (!isSeq(people)) return { positions: null, problems: [] };
  const held = people.items.flatMap((person) => (isMap(person) ? person.get('positions') : undefined)).flatMap((positions) => (isSeq(positions) ? positions.items : []));
  return { positions: new Set(held.map((position) => (isMap(position) ? position.get('position') : position)).filter((name) => typeof name === 'string')), problems: [] };
}
