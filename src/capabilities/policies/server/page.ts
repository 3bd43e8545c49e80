import { formatInstant, type Actor, type Directory, type Kind, type Language, type Policy } from '#engine';
import { coverage } from '#engine/coverage/index.ts';
import type { KindJson, PolicyPage } from '../contract.ts';
import { openingAsks } from '../rules/asks.ts';
import { dictionaryOf, partOf, rulesOf } from '../rules/parts.ts';
import { mayReceive } from '../rules/seeing.ts';
import type { RunnablePolicy } from './runnable.ts';

/** For whom a policy is presented, and among whom he stands. */
export interface Reader { readonly actor: Actor; readonly language: Language; readonly directory: Directory; readonly hidden: readonly string[] }

type PolicyHead = Omit<PolicyPage, 'clauses' | 'counts' | 'words' | 'rules'>;

/** A policy in force as lists show it. @param since - when it came into force. */
export function policyJson({ policy }: RunnablePolicy, since: number | null, reader: Reader): PolicyHead {
  return {
    id: policy.id, version: policy.version, title: policy.title, inForceFrom: since === null ? null : formatInstant(since, policy.zone), kinds: kindsOf(policy, reader),
    units: Object.values(policy.units).map(({ id, title }) => ({ id, title })), positions: Object.values(policy.positions).map(({ id, title }) => ({ id, title })),
  };
}

/** The whole page: the document with what carries each clause, the words, and every rule as a sentence. */
export function policyPage(runnable: RunnablePolicy, since: number | null, reader: Reader): PolicyPage {
  const { written, document } = runnable;
  const { clauses, counts } = coverage(written, document);
  const headings = new Map(document.clauses.map((clause) => [clause.id, clause.heading]));
  return {
    ...policyJson(runnable, since, reader), counts: { ...counts },
    clauses: clauses.map((clause) => ({
      id: clause.id, text: clause.text, heading: headings.get(clause.id) ?? '', carried: clause.carried,
      by: clause.by.map((place) => { const part = partOf(written, place); return { section: place.section, id: place.row === undefined ? place.id : `${place.id}#${place.row}`, title: part.title, says: part.says[reader.language] }; }),
    })),
    words: dictionaryOf(written).map(({ word, means, ours }) => ({ word, means: means[reader.language], ours })),
    rules: rulesOf(written).map(({ section, id, title, says, source }) => ({ section, id, title, says: says[reader.language], clause: [...source.clause], ours: source.ours })),
  };
}

/** The kinds of matters this person may see, with what their intake asks. */
export function kindsOf(policy: Policy, reader: Reader): KindJson[] {
  return Object.values(policy.kinds).filter((kind) => !reader.hidden.includes(kind.id)).map((kind) => ({
    id: kind.id, title: kind.title, policy: policy.id, mayReceive: mayReceive(reader.actor, policy, kind, reader.directory), asks: openingAsks(kind),
    stages: kind.stages.map((id) => ({ id, title: kind.stageTitles[id] ?? id })), axes: axesOf(kind),
    guidance: Object.values(policy.guidance).filter((each) => each.acts.includes('receive')).map((each) => each.text),
    dangers: dangersOf(kind, reader.language),
  }));
}

/** What the intake may be told that means danger, with the sentence for the caller. */
function dangersOf(kind: Kind, language: Language): KindJson['dangers'] {
  const asked = (kind.acts['receive']?.asks ?? []).flatMap((name) => kind.facts[name] ?? []);
  return asked.flatMap(({ id, title, type, danger }) => [
    ...(danger ? [{ fact: id, value: null, title, say: danger.say?.[language] ?? null, words: [...danger.words] }] : []),
    ...(type.is === 'one' || type.is === 'many' ? type.values.flatMap((each) => (each.danger ? [{ fact: id, value: each.id, title: each.title, say: each.danger.say?.[language] ?? null, words: [...each.danger.words] }] : [])) : []),
  ]);
}

/** Facts with a closed list, one of which holds: what lists are filtered and coloured by. */
function axesOf(kind: Kind): KindJson['axes'] {
  return Object.values(kind.facts).flatMap((fact) => (fact.type.is === 'one' ? [{ fact: fact.id, title: fact.title, values: fact.type.values.map(({ id, title }) => ({ id, title })) }] : []));
}
