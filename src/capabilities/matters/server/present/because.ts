import { explainBecause, titleOfAct, titleOfBearer, titleOfFact, titleOfValue, type Asked, type Because, type Language } from '#engine';
import type { BecauseJson, WhyAsked } from '../../contract.ts';
import { iso, type GatheredMatter } from '../gather.ts';
import { spoken } from './explanation.ts';
import { bearersTitle, NOBODY } from './obligation.ts';
import { peopleOf } from './refusal.ts';

/** 依据 of a severity, a role, an approver or a bearer in the reader's language. @returns null when the matter has no such thing. */
export function becauseJson(gathered: GatheredMatter, asked: WhyAsked, language: Language): BecauseJson | null {
  const { world, row, runnable, around } = gathered;
  const told = explainBecause(world, row.state, askedOf(gathered, asked));
  if (!told) return null;
  const kind = world.policy.kinds[row.kind];
  return {
    title: titleOf(gathered, asked, told.who, language), rule: told.rule[language], ours: told.ours,
    clauses: told.clause.map((clause) => ({ id: clause, text: runnable.document.clauses.find((each) => each.id === clause)?.text ?? '' })),
    facts: told.looked.map(({ name, value }) => ({ name, title: titleOfFact(kind, name), value: spoken(kind?.facts[name], value, language), known: value !== undefined })),
    notes: told.notes.map((note) => note[language]), who: peopleOf(world, told.who, (person) => around.company.names.get(person)), by: byOf(gathered, told),
  };
}

function askedOf({ row }: GatheredMatter, { of, name, step }: WhyAsked): Asked {
  if (of === 'approver') return { of, approval: name, step: step ?? 0 };
  return of === 'bearer' ? { of, key: row.state.obligations[Number(name.slice(37))]?.key ?? '' } : { of, name };
}

/** What is asked about, in words: the severity, or whoever it is. */
function titleOf({ world, row, around }: GatheredMatter, { of, name }: WhyAsked, who: Because['who'], language: Language): string {
  if (of === 'class') return titleOfValue(world.policy.kinds[row.kind]?.facts[name], row.state.facts[name], language);
  return who.length === 0 ? NOBODY[language] : bearersTitle(world, who, (person) => around.company.names.get(person), row.id);
}

function byOf({ world, row, around }: GatheredMatter, { by }: Because): BecauseJson['by'] {
  if (by === null || by.actor === 'system') return null;
  const kind = world.policy.kinds[row.kind];
  return { name: titleOfBearer(world.policy, by.actor, (person) => around.company.names.get(person)), act: titleOfAct(kind, by.act), at: iso(by.at, world), reason: by.fields.reason ?? null };
}
