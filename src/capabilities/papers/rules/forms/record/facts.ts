import type { Fact, Language } from '#engine';
import type { MatterJson } from '../../../../matters/contract.ts';
import type { Field } from '../form.ts';

const YES_NO = { zh: ['是', '否'], en: ['Yes', 'No'] } as const;
/** Choices longer than this together take the whole line. */
const SHORT = 12;

/** One fact as a box of the form: things to tick where the policy lists them, else its words, or room to write. */
export function factField(fact: Fact, matter: MatterJson, language: Language): Field {
  const { type, title } = fact;
  const value = matter.facts[fact.id];
  if (type.is === 'one' || type.is === 'many') return listed(title, type.values.map((each) => ({ title: each.title, chosen: value === each.id || (Array.isArray(value) && value.includes(each.id)) })));
  if (type.is === 'items') return listed(title, type.items.map((each) => ({ title: each.title, chosen: isRecord(value) && value[each.id] === true })));
  if (type.is === 'yes-no') return listed(title, [{ title: YES_NO[language][0], chosen: value === true }, { title: YES_NO[language][1], chosen: value === false }]);
  const words = wordsOf(fact, matter);
  return { title, value: words, wide: type.is === 'text' || type.is === 'lines' || type.is === 'file' || [...words].length > 24 };
}

/** Facts that are only ticked stand together in one box. */
export function tickField(facts: readonly Fact[], matter: MatterJson, title: string): readonly Field[] {
  return facts.length === 0 ? [] : [{ title, value: '', wide: true, choices: facts.map((fact) => ({ title: fact.title, chosen: matter.facts[fact.id] === true })) }];
}

function listed(title: string, choices: NonNullable<Field['choices']>): Field {
  return { title, value: '', wide: choices.reduce((sum, each) => sum + [...each.title].length + 2, 0) > SHORT, choices };
}

/** What the customer said is the matter's own text, wherever the policy keeps it as a fact, too. */
function wordsOf(fact: Fact, matter: MatterJson): string {
  const told = matter.facts[fact.id] === undefined ? undefined : matter.factTitles.find((each) => each.name === fact.id)?.value;
  return told ?? (fact.id === 'content' ? matter.content : '');
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
