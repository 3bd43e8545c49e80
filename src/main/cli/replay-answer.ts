import { formatInstant, type Language, type Policy } from '#engine';
import type { DutyReport, ReplayReport } from '#engine/replay/index.ts';
import { inColumns } from './columns-of-text.ts';

/** Unreadable rows that a person is shown; machines get all. */
const SHOWN = 50;

/** The answer for machines. Keys are a contract that only grows. */
export function replayAsJson(report: ReplayReport, zone: string, language: Language): string {
  const { policy, version, kind, asOf, rows } = report;
  return JSON.stringify({
    policy, version, kind, asOf: asOf === null ? null : formatInstant(asOf, zone), rows,
    unreadable: report.unreadable.map(({ row, reason }) => ({ row, reason: reason[language] })),
    duties: report.duties.map(({ title: _title, unknown: _unknown, ...duty }) => ({ ...duty, worst: duty.worst.map(({ id, hours }) => ({ id, hours })) })),
    notes: report.notes.map((note) => note[language]),
  }, null, 2);
}

/** The answer for people: the duties in a table, then the longest of each, then what could not be read and what to bear in mind. */
export function replayAsText(policy: Policy, report: ReplayReport, zone: string, language: Language): string {
  const zh = language === 'zh';
  const kind = policy.kinds[report.kind];
  const asOf = report.asOf === null ? '–' : formatInstant(report.asOf, zone);
  const heads = zh
    ? [`${policy.title}（${policy.id}，版次 ${policy.version.slice(0, 12)}）`, `「${kind?.title ?? report.kind}」共 ${report.rows} 行，读不了 ${report.unreadable.length} 行；截至 ${asOf}`]
    : [`${policy.title} (${policy.id}, version ${policy.version.slice(0, 12)})`, `${report.kind}: ${report.rows} rows, ${report.unreadable.length} unreadable; as of ${asOf}`];
  return [...heads, ...(report.duties.length > 0 ? [zh ? '中位和 P90 是从起算到办完的自然小时（夜里和休息日也算）；时限多按工作时间计，两者不能直接比较' : 'median and p90 are clock hours from begin to end, nights and days off included; most limits are working hours: do not hold one against the other'] : []), '', dutyTable(report.duties, language), ...report.duties.flatMap((duty) => longest(duty, zh)), ...unreadable(report, language), ...notes(report, language)].join('\n');
}

function dutyTable(duties: readonly DutyReport[], language: Language): string {
  const header = language === 'zh'
    ? ['时限', '条款', '适用', '不适用', '未到期', '到期', '按时', '迟办', '超时未办', '含假设', '中位（自然小时）', 'P90（自然小时）']
    : ['duty', 'clause', 'applies', 'not', 'open', 'due', 'met', 'late', 'breached', 'assumed', 'median clock h', 'p90 clock h'];
  return inColumns([header, ...duties.map((duty) => [
    language === 'zh' ? duty.title : duty.duty, duty.clause || '–', duty.applies, duty.notApplicable, duty.open, duty.due, duty.met, duty.late, duty.breached, duty.assumed,
    duty.medianHours ?? '–', duty.p90Hours ?? '–',
  ])]);
}

function longest(duty: DutyReport, zh: boolean): readonly string[] {
  if (duty.worst.length === 0) return [];
  const title = zh ? `「${duty.title}」用时最长的 ${duty.worst.length} 项（自然小时，未办的算到截止时间）` : `${duty.duty}: the ${duty.worst.length} that took longest (clock hours; what is not done, until then)`;
  const named = ({ id, nth, row }: DutyReport['worst'][number]): string => {
    const name = row === null ? id : zh ? `第 ${row} 行` : `row ${row}`;
    return nth === null ? `  ${name}` : zh ? `  ${name}（第 ${nth} 项）` : `  ${name} (no. ${nth})`;
  };
  const notDone = zh ? '至今未办' : 'not done yet';
  return ['', title, inColumns([['', '', ''], ...duty.worst.map((each) => [named(each), each.hours, each.done ? '' : notDone])]).split('\n').slice(1).join('\n')];
}

function unreadable({ unreadable: rows }: ReplayReport, language: Language): readonly string[] {
  if (rows.length === 0) return [];
  const zh = language === 'zh';
  const more = rows.length - SHOWN;
  const rest = zh ? `  另有 ${more} 行，用 --json 可看全部` : `  and ${more} more; --json shows all`;
  return ['', zh ? '读不了的行' : 'rows that could not be read', ...rows.slice(0, SHOWN).map(({ row, reason }) => (zh ? `  第 ${row} 行：${reason.zh}` : `  row ${row}: ${reason.en}`)), ...(more > 0 ? [rest] : [])];
}

function notes({ notes: all }: ReplayReport, language: Language): readonly string[] {
  return all.length === 0 ? [] : ['', language === 'zh' ? '请留意' : 'bear in mind', ...all.map((note) => `  ${note[language]}`)];
}
