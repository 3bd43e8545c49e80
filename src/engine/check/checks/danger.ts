import type { Fact, Kind } from '../../policy.ts';
import { error, type Check, type Finding } from '../finding.ts';

/** A danger is ticked or chosen: only then it is known the moment somebody says so, and only where an act asks for it. */
export const danger: Check = function* (policy) {
  for (const kind of Object.values(policy.kinds)) for (const fact of Object.values(kind.facts)) yield* ofFact(kind, fact);
};

function* ofFact(kind: Kind, fact: Fact): Generator<Finding> {
  const where = `kinds.${kind.id}.facts.${fact.id}`;
  const { type } = fact;
  if (fact.danger && type.is !== 'tick' && type.is !== 'yes-no') {
    yield error(fact.source, where, `“${fact.title}”不能标 danger：只有勾选、是否，或选项中的某一项可以`, `“${fact.title}” cannot be marked as danger: only a tick, a yes-no or a value of a choice can`);
  }
  const columns = type.is === 'lines' ? Object.values(type.columns) : [];
  for (const each of columns.flatMap((column) => (column.is === 'one' ? column.values.filter((one) => one.danger) : []))) yield error(each.source, where, `清单中的“${each.title}”不能标 danger`, `“${each.title}” in a list cannot be marked as danger`);
  for (const each of [fact, ...(type.is === 'one' || type.is === 'many' ? type.values : [])]) yield* ofWords(where, each);
  const marked = fact.danger !== null || ((type.is === 'one' || type.is === 'many') && type.values.some((each) => each.danger));
  if (marked && !Object.values(kind.acts).some((act) => act.asks.includes(fact.id))) {
    yield error(fact.source, where, `险情“${fact.title}”没有任何办理询问它（asks）`, `no act asks for the danger “${fact.title}”`);
  }
}

/** A single character stands in too many other words: everything would be proposed as danger, and soon nobody would look. */
function* ofWords(where: string, { title, danger: marked, source }: Pick<Fact, 'title' | 'danger' | 'source'>): Generator<Finding> {
  const short = (marked?.words ?? []).filter((word) => [...word.trim()].length < 2);
  if (short.length > 0) yield error(source, where, `险情“${title}”的字眼至少两个字：${short.join('、')}`, `words that propose the danger “${title}” have two characters at least: ${short.join(', ')}`);
}
