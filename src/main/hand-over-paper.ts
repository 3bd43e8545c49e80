import { z } from 'zod';
import type { Language, Text } from '#engine';
import { momentOf, printHandOver, type HandOverSheet } from '#capabilities/papers/index.ts';
import { drawnSheet, handoverRows, handoverWith, type HandoverJson, type SheetJson } from '#capabilities/shifts/index.ts';
import { operation } from '#platform/operations/index.ts';

const work = { is: 'right', right: 'work' } as const;

/** The hand-over of a shift as PDF: shifts know what lies there, papers how it is set; here they meet. */
export const handOverPapers = [
  operation({
    method: 'GET', path: '/api/handovers/{id}/paper', summary: { zh: '交接表（PDF）', en: 'A hand-over sheet as PDF' }, access: work, params: z.strictObject({ id: z.uuid() }), answer: 'file',
    async handle({ actor, input: { params }, context }) {
      const found = await handoverWith(context, actor, params.id);
      return printHandOver(context, actor, { sheet: paperOf(found.sheet, found, actor.language), paper: 'a4', nth: null, path: '/shifts', copies: 1 });
    },
  }),
  operation({
    method: 'GET', path: '/api/handovers/sheet/paper', summary: { zh: '现在的交接表（PDF）', en: 'The hand-over sheet as of now, as PDF' }, access: work, query: z.strictObject({ unit: z.string().min(1).max(100) }), answer: 'file',
    async handle({ actor, input: { query }, context }) {
      const sheet = await drawnSheet(context, actor, query.unit);
      return printHandOver(context, actor, { sheet: paperOf(sheet, null, actor.language), paper: 'a4', nth: null, path: '/shifts', copies: 1 });
    },
  }),
] as const;

const WORDS: Readonly<Record<'title' | 'calls' | 'open' | 'alarms' | 'chases', Text>> = {
  title: { zh: '交接班表', en: 'Hand-over sheet' }, calls: { zh: '来电', en: 'calls' }, open: { zh: '未办结', en: 'open' }, alarms: { zh: '警报', en: 'alarms' }, chases: { zh: '催办', en: 'asked again' },
};
function paperOf(sheet: SheetJson, signed: Pick<HandoverJson, 'giver' | 'taker'> | null, language: Language): HandOverSheet {
  const said = (name: keyof typeof WORDS): string => WORDS[name][language];
  const minute = (at: string): string => momentOf(at).slice(5);
  // What is open, late and due stands in the table of matters, in the order of its times.
  const tables = handoverRows(sheet, language, minute);
  const parts = (['rung', 'chases', 'calls'] as const).flatMap((key) => tables.filter((each) => each.part === key).map((each) => ({ ...each, wide: key === 'calls' ? 3 : 2 })));
  return {
    number: `${sheet.unit.name} ${momentOf(sheet.drawnAt).replace(':', '')}`, title: said('title'), unit: sheet.unit.name, shift: sheet.shift?.name ?? '', from: sheet.since, to: sheet.drawnAt,
    givenBy: signed?.giver?.name ?? '', takenBy: signed?.taker?.name ?? '',
    figures: (['calls', 'open'] as const).map((key) => ({ title: said(key), value: String(sheet[key].length) })).concat({ title: said('alarms'), value: String(sheet.rung.length) }, { title: said('chases'), value: String(sheet.chases.length) }),
    matters: sheet.open.map((row) => ({ number: row.number, at: row.receivedAt, customer: row.customerName, summary: row.subject, done: row.stageTitle, next: row.actTitle, due: row.dueAt ?? '', by: row.bearer })),
    parts, things: [], remarks: '',
  };
}
