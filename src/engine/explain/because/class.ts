import { evaluate, own, type Scope } from '../../conditions/index.ts';
import { titleOfValue } from '../titles.ts';
import { because, lookedAt, scopeFor, type Because, type Explained } from './because.ts';

/** Why a matter has this value of an axis (its severity): what the facts propose, and whether somebody chose otherwise. Null where nothing is known or proposed. */
export function explainClass(explained: Explained, fact: string): Because | null {
  const { kind, matter } = explained;
  const rule = own(kind.facts, fact);
  const now = own(matter.facts, fact);
  if (rule?.type.is !== 'one' || typeof now !== 'string') return null;
  const { values } = rule.type;
  const value = values.find((each) => each.id === now);
  if (!value) return null;
  const scope = scopeFor(explained);
  const proposed = values.some((each) => each.when) ? values.find((each) => each.when === null || holds(each.when.tree, scope)) : undefined;
  const by = matter.acts.findLast((entry) => entry.facts[fact] === now && entry.actor !== 'system') ?? null;
  const [is, instead] = [titleOfValue(rule, now, 'zh'), proposed ? titleOfValue(rule, proposed.id, 'zh') : ''];
  if (!proposed) return because(value.source, { zh: `“${is}”由办理人选定`, en: `“${is}” was chosen by whoever acted` }, { by });
  const looked = lookedAt(values.slice(0, values.indexOf(proposed) + 1).map((each) => each.when), scope);
  if (proposed !== value) {
    const notes = [{ zh: `按现在的事实，制度建议“${instead}”；办理人定为“${is}”`, en: `By the facts as they are, the policy proposes “${instead}”; somebody decided on “${is}”` }];
    return because(value.source, { zh: `“${is}”由办理人定`, en: `“${is}” was somebody’s decision` }, { looked, by, notes });
  }
  return because(value.source, value.when ? { zh: `这些事实合起来是“${is}”`, en: `These facts together make it “${is}”` } : { zh: `没有更重的事实，其余都是“${is}”`, en: `No heavier fact is known; everything else is “${is}”` }, { looked, by });
}

const holds = (tree: Parameters<typeof evaluate>[0], scope: Scope): boolean => evaluate(tree, scope) === true;
