import type { Vocabulary } from '../../conditions/index.ts';
import type { Duty, DutyRow, LadderStep, Who } from '../../policy.ts';
import type { Path } from '../problem.ts';
import { listOf, type Reader } from '../reader.ts';
import type { RawDuty } from '../schema/rules.ts';
import { each } from './frame.ts';
import { beginRule, mustBeAct, rowsOf, ruleCondition, type MergedRow, type RuleReading } from './rule.ts';
import { actTitle } from './titles.ts';

export function buildDuties(reader: Reader, vocabulary: Vocabulary): Record<string, Duty> {
  return each(reader.raw.duties, (id, raw) => buildDuty(reader, vocabulary, id, raw));
}

function buildDuty(reader: Reader, vocabulary: Vocabulary, id: string, raw: RawDuty): Duty {
  const path = ['duties', id];
  const after = listOf(raw.after);
  const rule = beginRule(reader, vocabulary, path, raw.of, 'after', after);
  const rows = rowsOf(raw, path).map((merged) => buildRow(rule, merged));
  if (raw.until !== undefined) mustBeAct(reader, vocabulary, [...path, 'until'], raw.of, raw.until);
  return {
    id, title: raw.title ?? actTitle(reader.raw, raw.of, raw.do ?? raw.rows?.find((row) => row.do)?.do ?? id), of: raw.of, after, when: ruleCondition(rule, raw.when, [...path, 'when']), rows,
    every: reader.every(raw.every, [...path, 'every']), until: raw.until ?? null, ladder: buildLadder(reader, raw, path), pause: listOf(raw.pause), ...(raw.deemed ? { deemed: true } : {}), source: reader.source(raw, path),
  };
}

function buildRow(rule: RuleReading, { row, path, placeOf }: MergedRow<RawDuty>): DutyRow {
  const { reader, vocabulary, kind } = rule;
  for (const key of ['who', 'do', 'due'] as const) if (row[key] === undefined) reader.report(path, MISSING[key]);
  const act = row.do ?? '';
  const it = row.do === undefined ? null : mustBeAct(reader, vocabulary, placeOf('do'), kind, act);
  return {
    when: ruleCondition(rule, row.when, [...path, 'when']), who: reader.who(row.who, placeOf('who')) ?? NOBODY, do: act,
    metWhen: reader.condition(row.met_when, placeOf('met_when'), vocabulary, kind, it), witness: reader.who(row.witness, placeOf('witness')),
    due: reader.due(row.due, placeOf('due')) ?? { text: '', firstKnown: [] }, sample: percent(row.sample), source: reader.source(row, path),
  };
}

/** Stands in a draft where nobody could be read; a policy never has it. */
const NOBODY: Who = { is: 'all', of: [] };

const MISSING = {
  who: { zh: '没有写由谁办理（who）', en: 'nobody is named who must do it (who)' },
  do: { zh: '没有写要办理什么（do）', en: 'no act is named that must be done (do)' },
  due: { zh: '没有写时限（due）：此处须有时间，或 words 中的词', en: 'no time is given (due): write one, or a word of “words”' },
} as const;

function percent(raw: string | number | undefined): number | null {
  return raw === undefined ? null : Number(String(raw).replace('%', '').trim());
}

function buildLadder(reader: Reader, raw: RawDuty, path: Path): readonly LadderStep[] {
  return (raw.ladder ?? []).flatMap((step, index) => {
    const tell = reader.who(step.tell, [...path, 'ladder', index, 'tell']);
    const at = ladderTime(reader, step.at, [...path, 'ladder', index, 'at']);
    return tell && at ? [{ at, text: step.at, tell }] : [];
  });
}

function ladderTime(reader: Reader, text: string, path: Path): LadderStep['at'] | null {
  const share = /^(\d+(?:\.\d+)?) ?%$/.exec(text)?.[1];
  if (share !== undefined) return { is: 'share', percent: Number(share) };
  if (text === 'due') return { is: 'due', plus: null };
  const plus = /^due \+ (.+)$/.exec(text)?.[1];
  if (plus !== undefined) {
    const duration = reader.duration(plus, path);
    return duration && { is: 'due', plus: duration };
  }
  reader.report(path, { zh: `读不懂提醒时间“${text}”，例：80 %、due、due + 20 minutes`, en: `cannot read the reminder time “${text}”; write 80 %, due or due + 20 minutes` });
  return null;
}
