import { readPolicy, type Policy, type Text } from '#engine';
import { CARRIED, coverage, readDocument, type Carried, type CarriedBy, type Coverage } from '#engine/coverage/index.ts';
import { inColumns, shorten } from './columns-of-text.ts';
import { readPolicyFiles } from './policy-files.ts';
import { problemLine } from './problems.ts';
import { Misuse, type ExitCode, type Surroundings } from './surroundings.ts';

export interface CoverageOptions { readonly json?: boolean; readonly strict?: boolean }

const TITLES: Readonly<Record<Carried, Text>> = {
  enforced: { zh: '执行', en: 'enforced' }, defined: { zh: '定义', en: 'defined' }, measured: { zh: '统计', en: 'measured' },
  recorded: { zh: '留记录', en: 'recorded' }, guided: { zh: '提示', en: 'guided' }, open: { zh: '未落实', en: 'open' },
};
const SECTIONS: Readonly<Record<string, string>> = {
  duties: '时限', guards: '办理条件', reactions: '自动办理', approvals: '审批', measures: '指标', scores: '评分', forms: '表单', guidance: '提示', kinds: '事项',
  units: '部门', positions: '岗位', places: '地点', words: '用词', calendars: '日历', facts: '事实', values: '取值', roles: '角色', acts: '办理',
};

/** `policy coverage`: every clause of the document and what carries it. With `strict`, 1 while a clause is open. */
export async function showCoverage(given: string, options: CoverageOptions, around: Surroundings): Promise<ExitCode> {
  const files = await readPolicyFiles(given, around);
  if (files.document === null) throw new Misuse({ zh: `${given}：旁边没有 document.md，无从核对条款`, en: `${given}: there is no document.md beside it to hold the clauses against` });
  const { draft, problems } = readPolicy({ file: files.file, text: files.rules, documentText: files.document });
  const errors = problems.filter((each) => each.severity === 'error');
  if (!draft || errors.length > 0) { around.note(errors.map((each) => problemLine(each, around.language)).join('\n')); return 1; }
  const found = coverage(draft, readDocument(files.document));
  around.out(options.json ? asJson(draft, found) : asText(draft, found, around));
  return options.strict && found.counts.open > 0 ? 1 : 0;
}

function asJson(policy: Policy, { clauses, counts }: Coverage): string {
  return JSON.stringify({ policy: policy.id, version: policy.version, counts, clauses }, null, 2);
}

function asText(policy: Policy, { clauses, counts }: Coverage, { language }: Surroundings): string {
  const zh = language === 'zh';
  const by = (parts: readonly CarriedBy[]): string => shorten(parts.map((part) => spell(part, zh)).join(zh ? '、' : ', '), 60);
  const lines = clauses.map((clause) => [clause.id, TITLES[clause.carried][language], by(clause.by) || '–', shorten(clause.text, 60)]);
  const open = clauses.filter((clause) => clause.carried === 'open');
  return [
    `${policy.title} (${policy.id}) ${policy.version.slice(0, 12)}`, '',
    inColumns([zh ? ['条款', '落实', '由', '原文'] : ['clause', 'carried', 'by', 'text'], ...lines]), '',
    `${zh ? '合计' : 'all'} ${counts.all}${zh ? '：' : ': '}${CARRIED.map((way) => `${TITLES[way][language]} ${counts[way]}`).join(zh ? '，' : ', ')}`,
    ...(open.length > 0 ? [`${zh ? '尚未落实' : 'open'}${zh ? '：' : ': '}${open.map((clause) => clause.id).join(zh ? '、' : ', ')}`] : []),
  ].join('\n');
}

function spell({ section, id, row }: CarriedBy, zh: boolean): string {
  return `${zh ? SECTIONS[section] ?? section : section} ${id}${row === undefined ? '' : ` #${row}`}`;
}
