import { describeDue, type Measure, type Policy, type Source, type Text } from '#engine';
import { describeDuration } from '#engine/due/index.ts';
import type { CarriedBy } from '#engine/coverage/index.ts';
import { both, factName, joined, quoted, same } from './names.ts';
import { oursOfLimit } from './ours.ts';
import { approvalSentence, dutySentence, guardSentence, reactionSentence } from './sentences.ts';

/** A part of a policy as it is told to readers. */
export interface Told { readonly section: string; readonly id: string; readonly title: string; readonly says: Text; readonly source: Source }

const NOWHERE: Source = { clause: [], ours: null, line: 0 };
const LIST = both('、', ', ');

/** Everything of a policy that acts, counts, prints or advises, rule by rule. */
export function rulesOf(policy: Policy): readonly Told[] {
  const sections = ['duties', 'guards', 'reactions', 'approvals', 'measures', 'forms', 'guidance'] as const;
  return sections.flatMap((section) => Object.keys(policy[section]).map((id) => partOf(policy, { section, id })));
}

/** One part of a policy by its place, as coverage names it. @returns the bare id where there is no such part. */
export function partOf(policy: Policy, { section, id, row }: CarriedBy): Told {
  const at = row === undefined ? undefined : row - 1;
  const told = (title: string | undefined, says: Text, source: Source): Told => ({ section, id, title: title ?? id, says, source });
  const duty = section === 'duties' ? policy.duties[id] : undefined;
  if (duty) return told(duty.title, dutySentence(policy, duty, at), { ...duty.source, ours: duty.source.ours ?? oursOfLimit(policy, duty.rows[at ?? 0]) });
  const guard = section === 'guards' ? policy.guards[id] : undefined;
  if (guard) return told(guard.title, guardSentence(policy, guard, at), guard.source);
  const reaction = section === 'reactions' ? policy.reactions[id] : undefined;
  if (reaction) return told(reaction.title, reactionSentence(policy, reaction, at), reaction.source);
  const approval = section === 'approvals' ? policy.approvals[id] : undefined;
  if (approval) return told(approval.title, approvalSentence(policy, approval), approval.source);
  return counted(policy, section, id) ?? surrounding(policy, section, id) ?? ofKind(policy, section, id) ?? told(undefined, same(''), NOWHERE);
}

function counted(policy: Policy, section: string, id: string): Told | null {
  const measure = section === 'measures' ? policy.measures[id] : undefined;
  if (measure) return { section, id, title: measure.title, says: measureWords(measure), source: measure.source };
  const score = section === 'scores' ? policy.scores[id] : undefined;
  if (score) return { section, id, title: score.title ?? id, says: both(`${score.items.length} 项计分`, `${score.items.length} items are scored`), source: score.source };
  const form = section === 'forms' ? policy.forms[id] : undefined;
  if (form) {
    const naming = { policy, kind: policy.kinds[form.of] };
    const prints = joined(form.prints.map((fact) => factName(naming, fact)), LIST);
    return { section, id, title: form.title, says: both(`记下 ${prints.zh}；${form.copies} 份`, `it records ${prints.en}; copies: ${form.copies}`), source: form.source };
  }
  const guidance = section === 'guidance' ? policy.guidance[id] : undefined;
  return guidance ? { section, id, title: guidance.text.slice(0, 12), says: same(guidance.text), source: guidance.source } : null;
}

const COUNTS: Readonly<Record<Measure['counts'], Text>> = { share: both('比率', 'share'), count: both('件数', 'count'), average: both('平均', 'average'), percentile: both('百分位', 'percentile') };
const PERIODS: Readonly<Record<Measure['period'], Text>> = { day: both('每日', 'daily'), week: both('每周', 'weekly'), month: both('每月', 'monthly'), quarter: both('每季度', 'quarterly'), year: both('每年', 'yearly') };

function measureWords(measure: Measure): Text {
  const target = measure.target === null ? same('') : both(`，目标 ${measure.target}`, `, target ${measure.target}`);
  return joined([both(`${PERIODS[measure.period].zh}统计${COUNTS[measure.counts].zh}`, `${COUNTS[measure.counts].en}, ${PERIODS[measure.period].en}`), target], same(''));
}

function surrounding(policy: Policy, section: string, id: string): Told | null {
  const word = section === 'words' ? policy.words[id] : undefined;
  if (word) { const due = describeDuration(word.due); return { section, id, title: id, says: both(`按 ${due.zh}算`, `counts as ${due.en}`), source: word.source }; }
  const calendar = section === 'calendars' ? policy.calendars[id] : undefined;
  if (calendar) return { section, id, title: id, says: calendar.holidays === null ? both('不分节假日', 'holidays included') : both('节假日除外', 'without public holidays'), source: calendar.source };
  const unit = section === 'units' ? policy.units[id] : undefined;
  if (unit) return { section, id, title: unit.title, says: unit.outside ? both('外部单位', 'outside the company') : both('部门', 'a unit'), source: unit.source };
  const position = section === 'positions' ? policy.positions[id] : undefined;
  if (position) return { section, id, title: position.title, says: position.inEveryUnit ? both('各部门都有的岗位', 'a position in every unit') : both('岗位', 'a position'), source: position.source };
  const place = section === 'places' ? policy.places[id] : undefined;
  return place ? { section, id, title: place.title, says: both('库房', 'a store'), source: place.source } : null;
}

function ofKind(policy: Policy, section: string, id: string): Told | null {
  const [kindId = '', name = '', value] = id.split('.');
  const kind = policy.kinds[kindId];
  if (!kind) return null;
  const told = (title: string, says: Text, source: Source): Told => ({ section, id, title, says, source });
  if (section === 'kinds') return told(kind.title, kind.every ? both('由系统按期开出', 'opened by the calendar') : both('一类事项', 'a kind of matter'), kind.source);
  const role = section === 'roles' ? kind.roles[name] : undefined;
  if (role) return told(role.title, both(`${kind.title}里由办理「${kind.acts[role.setBy]?.title ?? role.setBy}」确定`, `in ${kind.title}, bound by “${kind.acts[role.setBy]?.title ?? role.setBy}”`), role.source);
  const act = section === 'acts' ? kind.acts[name] : undefined;
  if (act) return told(act.title, both(`${kind.title}的一种办理`, `an act of ${kind.title}`), act.source);
  const fact = kind.facts[name];
  if (fact && section === 'facts') return told(fact.title, both(`${kind.title}要记的一项`, `something ${kind.title} records`), fact.source);
  const values = fact && (fact.type.is === 'one' || fact.type.is === 'many') ? fact.type.values : fact?.type.is === 'items' ? fact.type.items : [];
  const one = section === 'values' ? values.find((each) => each.id === value) : undefined;
  return one && fact ? told(one.title, both(`${quoted(fact.title).zh}的一种`, `a value of ${quoted(fact.title).en}`), one.source) : null;
}

/** The vague words of a policy, and what they count as. */
export function dictionaryOf(policy: Policy): readonly { readonly word: string; readonly means: Text; readonly ours: string | null }[] {
  return Object.entries(policy.words).map(([word, { due, source }]) => ({ word, means: describeDue({ text: word, firstKnown: [{ is: 'after', duration: due, word: null }] }), ours: source.ours }));
}
