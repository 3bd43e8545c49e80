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
  return rows === 0 ? [] : [{ zh: `有 ${rows} 行在截止时间之后才登记，不计入`, en: `${rows} rows were received after that time and do not count` }];
}

/** What a reader must know about one duty to take its figures rightly. */
export function notesOnDuty(kind: Kind, tally: DutyTally, report: DutyReport, acts: ReadonlySet<string>): readonly Text[] {
  const title = (fact: string): string => kind.facts[fact]?.title ?? fact;
  const { unknown } = report;
  const [example = ''] = unknown.facts;
  const asked = [...new Set(tally.duty.rows.map((row) => row.do))];
  const notes: Text[] = [];
  if (unknown.rows > 0) notes.push({
    zh: `「${report.title}」有 ${unknown.rows} 行没有计入，因为不知道${unknown.facts.map((fact) => `“${title(fact)}”`).join('、')}；可用 --assume ${example}=… 假设`,
    en: `“${report.duty}” leaves out ${unknown.rows} rows because ${unknown.facts.join(', ')} is not known; --assume ${example}=… takes it as known`,
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
  if (tally.withoutTime > 0) notes.push({
    zh: `「${report.title}」有 ${tally.withoutTime} 项没有已知的到期时间，计为未到期`,
    en: `of “${report.duty}” ${tally.withoutTime} have no known due time and count as open`,
  });
  return notes;
}
