import type { Text } from '#engine/text.ts';
import type { SheetJson, SheetRow } from '../contract.ts';

type Language = keyof Text;

/** One part of a hand-over sheet as plain rows, for paper. */
export interface HandoverPart { readonly title: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }

const PARTS: readonly { readonly key: 'open' | 'calls' | 'due' | 'alarms'; readonly title: Text }[] = [
  { key: 'alarms', title: { zh: '超时未接', en: 'Overdue, not taken' } },
  { key: 'calls', title: { zh: '上次交接以来的来电', en: 'Received since the last hand-over' } },
  { key: 'due', title: { zh: '下一班要答复、要办的', en: 'Due in the next shift' } },
  { key: 'open', title: { zh: '未办结', en: 'Open' } },
];
const COLUMNS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['编号', '类别', '客户', '内容', '下一步', '由谁', '期限'],
  en: ['Number', 'Kind', 'Customer', 'Subject', 'Next', 'By', 'Due'],
};

/**
 * A hand-over sheet as tables of plain words, in the order in which it is read: what is late first.
 * @param say - writes an instant (ISO 8601) as the paper shows it.
 */
export function handoverRows(sheet: Pick<SheetJson, 'open' | 'calls' | 'due' | 'alarms'>, language: Language, say: (at: string) => string): readonly HandoverPart[] {
  const cells = (row: SheetRow): readonly string[] => [row.number, row.kindTitle, row.customerName || '—', row.subject, row.actTitle, row.bearer, row.dueAt === null ? '—' : say(row.dueAt)];
  return PARTS.map(({ key, title }) => ({ title: title[language], columns: COLUMNS[language], rows: sheet[key].map(cells) }));
}
