import type { Kind } from '../policy.ts';
import type { Text } from '../text.ts';
import type { DutyTally } from './tally.ts';
import type { DutyReport } from './types.ts';

const SHOWN = 10;

/** Ids that occur more than once: every row counts, and the reader should know. */
export function noteOnDuplicates(ids: ReadonlyMap<string, number>): readonly Text[] {
  const twice = [...ids].filter(([, times]) => times > 1).map(([id]) => id);
  if (twice.length === 0) return [];
  const shown = twice.slice(0, SHOWN);
  const more = twice.length > SHOWN;
  return [{
    zh: `有 ${twice.length} 个编号出现不止一次，每一行都照计：${shown.join('、')}${more ? ' …' : ''}`,
    en: `${twice.length} ids occur more than once; every row counts: ${shown.join(', ')}${more ? ' …' : ''}`,
  }];
}

export function noteOnLater(rows: number): readonly Text[] {
  return rows === 0 ? [] : [{ zh: `有 ${rows} 行在截止时间之后才登记，不参加重演，各项时限都列在“不适用”里`, en: `${rows} rows were received after that time: they are not replayed, and every duty lists them as “not”` }];
}

/** Rows whose id is empty: in lists they go by their place in the file. */
export function noteOnUnnamed(rows: readonly number[]): readonly Text[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, SHOWN).join('、');
  const more = rows.length > SHOWN ? ' …' : '';
  return [{ zh: `有 ${rows.length} 行没有编号，以行号称呼：第 ${shown}${more} 行`, en: `${rows.length} rows have no id and go by their row: ${shown}${more}` }];
}

/** What a reader must know about one duty to take its figures rightly. */
export function notesOnDuty(kind: Kind, tally: DutyTally, report: DutyReport, acts: ReadonlySet<string>): readonly Text[] {
  const title = (fact: string): string => kind.facts[fact]?.title ?? fact;
  const { unknown } = report;
  const [example = ''] = unknown.facts;
  const asked = [...new Set(tally.duty.rows.map((row) => row.do))];
  const notes: Text[] = [];
  if (unknown.rows > 0) notes.push({
    zh: `「${report.title}」有 ${unknown.rows} 行没有计入，因为不知道${unknown.facts.map((fact) => `“${title(fact)}”`).join('、')}；${isTime(kind, example) ? `可用 --columns ${example}=列名 读入` : `可用 --assume ${example}=… 假设`}`,
    en: `“${report.duty}” leaves out ${unknown.rows} rows because ${unknown.facts.join(', ')} is not known; ${isTime(kind, example) ? `--columns ${example}=<column> reads it` : `--assume ${example}=… takes it as known`}`,
  });
  if (report.applies === 0 && unknown.rows === 0 && !tally.duty.after.some((act) => acts.has(act) || act === '*')) notes.push({
    zh: `「${report.title}」从“${tally.duty.after.map((act) => kind.acts[act]?.title ?? act).join('、')}”起算，资料里没有这一步`,
    en: `“${report.duty}” begins with ${tally.duty.after.join(', ')}, of which the history tells nothing`,
  });
  if (report.applies > 0 && !asked.some((act) => acts.has(act))) notes.push({
    zh: `「${report.title}」要的办理（${asked.map((act) => kind.acts[act]?.title ?? act).join('、')}）没有对应的列，一律按未办计`,
    en: `no column tells of what “${report.duty}” asks for (${asked.join(', ')}); it counts as not done`,
  });
  if (tally.unjudged > 0) notes.push({
    zh: `「${report.title}」有 ${tally.unjudged} 项办过了，但资料没有说明是否合乎要求，按未办计`,
    en: `of “${report.duty}” ${tally.unjudged} were done, but nothing says whether as the policy asks; they count as not done`,
  });
  if (tally.paused > 0) notes.push({
    zh: `「${report.title}」有 ${tally.paused} 项还在挂起，时限不走，计为未到期`,
    en: `of “${report.duty}” ${tally.paused} are still paused: their time stands still, and they count as open`,
  });
  if (report.applies > tally.rows) notes.push({
    zh: `「${report.title}」按项计：${tally.rows} 行共有 ${report.applies} 项，因为一件可能由几个人各办一次，也可能每办一次又起算一次`,
    en: `“${report.duty}” counts by what is owed: ${tally.rows} rows owe ${report.applies}, because several people may each owe it, or it may begin again`,
  });
  return notes;
}

/** A day or a time of one matter is seldom that of another: a column tells it, not an assumption. */
function isTime(kind: Kind, fact: string): boolean {
  return ['instant', 'date'].includes(kind.facts[fact]?.type.is ?? '');
}
