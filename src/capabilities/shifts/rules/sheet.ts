import type { Text } from '#engine/text.ts';
import { perilWords } from '#ui/rules/index.ts';
import type { SheetAlarm, SheetJson, SheetRow } from '../contract.ts';

type Language = keyof Text;

/** One part of a hand-over sheet as plain rows, for paper; `matters` = the ids of what each row is about. */
export interface HandoverPart { readonly part: keyof typeof TITLES; readonly title: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly matters: readonly string[]; /** How many of them cry for somebody. */ readonly late: number }

type Listed = 'open' | 'calls' | 'due' | 'alarms';
const TITLES: Readonly<Record<Listed | 'rung' | 'chases', Text>> = {
  rung: { zh: '警报', en: 'Alarms' },
  alarms: { zh: '超时未接', en: 'Overdue, not taken' },
  calls: { zh: '上次交接以来的来电', en: 'Received since the last hand-over' },
  chases: { zh: '催办来电', en: 'Callers who asked again' },
  due: { zh: '下一班要答复、要办的', en: 'Due in the next shift' },
  open: { zh: '未办结', en: 'Open' },
};
const COLUMNS: Readonly<Record<'listed' | 'rung' | 'chases', Readonly<Record<Language, readonly string[]>>>> = {
  listed: { zh: ['编号', '类别', '客户', '内容', '下一步', '由谁', '期限'], en: ['Number', 'Kind', 'Customer', 'Subject', 'Next', 'By', 'Due'] },
  rung: { zh: ['编号', '类别', '内容', '时间', '通知', '谁接的', '几点接的'], en: ['Number', 'Kind', 'Subject', 'At', 'Told', 'Taken by', 'Taken at'] },
  chases: { zh: ['编号', '类别', '内容', '时间', '谁接的电话', '第几次'], en: ['Number', 'Kind', 'Subject', 'At', 'Call taken by', 'For the time'] },
};
/** Where nobody has handed over yet, nothing lies “since the last one”. */
const CALLS_OF_A_DAY: Text = { zh: '近 24 小时的来电', en: 'Received in the last 24 hours' };
const UNTAKEN: Text = { zh: '没有人接', en: 'nobody yet' };
const SEEN: Text = { zh: '（知道了）', en: ' (seen)' };

/**
 * A hand-over sheet as tables of plain words, in the order in which it is read: alarms and what is late first.
 * @param say - writes an instant (ISO 8601) as the paper shows it.
 */
export function handoverRows(sheet: Pick<SheetJson, Listed | 'rung' | 'chases' | 'last'>, language: Language, say: (at: string) => string): readonly HandoverPart[] {
  const cells = (row: SheetRow): readonly string[] => [row.number, row.kindTitle, row.customerName || '—', [perilWords(row.peril, language), row.subject].filter((each) => each !== '').join('　'), row.actTitle, row.bearer, row.dueAt === null ? '—' : say(row.dueAt)];
  const listed = (key: Listed): HandoverPart => partOf(key, sheet[key].map((row) => ({ matter: row.matter, cells: cells(row) })), COLUMNS.listed, key === 'alarms' ? sheet.alarms.length : 0);
  const rung = sheet.rung.map((one) => ({ matter: one.matter, cells: [one.number, one.kindTitle, one.subject, say(one.at), one.told.join('、'), takenBy(one), one.takenAt === null ? '—' : say(one.takenAt)] }));
  const chases = sheet.chases.map((one) => ({ matter: one.matter, cells: [one.number, one.kindTitle, one.subject, say(one.at), one.by, String(one.nth)] }));
  return [partOf('rung', rung, COLUMNS.rung, sheet.rung.filter((one) => one.takenBy === null).length), listed('alarms'), listed('calls'), partOf('chases', chases, COLUMNS.chases, 0), listed('due'), listed('open')];

  function takenBy({ takenBy: who, handled }: SheetAlarm): string {
    return who === null ? UNTAKEN[language] : who + (handled ? '' : SEEN[language]);
  }
  function partOf(key: keyof typeof TITLES, rows: readonly { readonly matter: string; readonly cells: readonly string[] }[], columns: Readonly<Record<Language, readonly string[]>>, late: number): HandoverPart {
    return { part: key, title: (key === 'calls' && sheet.last === null ? CALLS_OF_A_DAY : TITLES[key])[language], columns: columns[language], rows: rows.map((row) => row.cells), matters: rows.map((row) => row.matter), late };
  }
}
