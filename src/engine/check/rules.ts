import { sharedFields, vocabularyOf, type Fields } from '../conditions/index.ts';
import type { Condition, Duty, DutyRow, Fact, Guard, GuardRow, Kind, Policy, Reaction, ReactionRow, Source, Who } from '../policy.ts';

/** A row of a rule with its place. */
export interface PlacedRow<Rule, Row> { readonly rule: Rule; readonly row: Row; readonly where: string }

export function dutyRows(policy: Policy): readonly PlacedRow<Duty, DutyRow>[] {
  return placed('duties', policy.duties);
}
export function guardRows(policy: Policy): readonly PlacedRow<Guard, GuardRow>[] {
  return placed('guards', policy.guards);
}
export function reactionRows(policy: Policy): readonly PlacedRow<Reaction, ReactionRow>[] {
  return placed('reactions', policy.reactions);
}

function placed<Row, Rule extends { readonly id: string; readonly rows: readonly Row[] }>(section: string, rules: Readonly<Record<string, Rule>>): readonly PlacedRow<Rule, Row>[] {
  return Object.values(rules).flatMap((rule) => rule.rows.map((row, index) => ({ rule, row, where: rule.rows.length > 1 ? `${section}.${rule.id}.rows#${index + 1}` : `${section}.${rule.id}` })));
}

export function kindsOf(policy: Policy): readonly Kind[] {
  return Object.values(policy.kinds);
}

/** A condition with the kind it is about and its place. */
export interface PlacedCondition { readonly condition: Condition; readonly kind: string; readonly source: Source; readonly where: string }

/** Every condition a rule depends on: a fact that one of them names must be known some day. */
export function ruleConditions(policy: Policy): readonly PlacedCondition[] {
  const found: PlacedCondition[] = [];
  const add = (condition: Condition | null, kind: string, source: Source, where: string): void => { if (condition) found.push({ condition, kind, source, where }); };
  for (const [section, rules] of [['duties', policy.duties], ['guards', policy.guards], ['reactions', policy.reactions]] as const) {
    for (const rule of Object.values<Duty | Guard | Reaction>(rules)) add(rule.when, rule.of, rule.source, `${section}.${rule.id}.when`);
  }
  for (const { rule, row, where } of dutyRows(policy)) {
    add(row.when, rule.of, row.source, `${where}.when`);
    if (!row.do.includes('.')) add(row.metWhen, rule.of, row.source, `${where}.met_when`);
  }
  for (const { rule, row, where } of guardRows(policy)) {
    add(row.when, rule.of, row.source, `${where}.when`);
    add(row.onlyIf, rule.of, row.source, `${where}.only_if`);
  }
  for (const { rule, row, where } of reactionRows(policy)) add(row.when, rule.of, row.source, `${where}.when`);
  return found;
}

/** Conditions of a kind itself: when a fact is asked, when a value is proposed. */
export function factConditions(kind: Kind): readonly (PlacedCondition & { readonly fact: Fact })[] {
  return Object.values(kind.facts).flatMap((fact) => {
    const where = `kinds.${kind.id}.facts.${fact.id}`;
    const proposed = fact.type.is === 'one' || fact.type.is === 'many' ? fact.type.values : [];
    return [{ condition: fact.askIf, source: fact.source, where: `${where}.ask_if` }, ...proposed.map((value) => ({ condition: value.when, source: value.source, where: `${where}.values.${value.id}.when` }))]
      .flatMap(({ condition, ...place }) => (condition ? [{ ...place, condition, fact, kind: kind.id }] : []));
  });
}

/** Somebody named in a policy, with the kind whose roles he may be and the fields `it` has there. */
export interface PlacedWho { readonly who: Who; readonly kind: string | null; readonly it: Fields | null; readonly source: Source; readonly where: string; readonly approval?: true }

export function everyWho(policy: Policy): readonly PlacedWho[] {
  const vocabulary = vocabularyOf(policy);
  const found: PlacedWho[] = [];
  for (const kind of kindsOf(policy)) {
    for (const who of kind.see ?? []) found.push({ who, kind: kind.id, it: null, source: kind.source, where: `kinds.${kind.id}.see` });
    for (const act of Object.values(kind.acts)) for (const who of act.may) found.push({ who, kind: kind.id, it: null, source: act.source, where: `kinds.${kind.id}.acts.${act.id}.may` });
  }
  for (const { rule, row, where } of dutyRows(policy)) {
    const at = { kind: rule.of, it: sharedFields(vocabulary, rule.of, rule.after), source: row.source };
    found.push({ ...at, who: row.who, where: `${where}.who` });
    if (row.witness) found.push({ ...at, who: row.witness, where: `${where}.witness` });
  }
  for (const duty of Object.values(policy.duties)) {
    const it = sharedFields(vocabulary, duty.of, duty.after);
    for (const [index, step] of duty.ladder.entries()) found.push({ who: step.tell, kind: duty.of, it, source: duty.source, where: `duties.${duty.id}.ladder#${index + 1}` });
  }
  for (const { rule, row, where } of reactionRows(policy)) {
    const it = sharedFields(vocabulary, rule.of, rule.after);
    for (const effect of row.then) {
      const who = effect.do === 'tell' || effect.do === 'assign' ? effect.who : effect.do === 'act' ? effect.to : null;
      if (who) found.push({ who, kind: rule.of, it, source: row.source, where: `${where}.then` });
    }
  }
  for (const approval of Object.values(policy.approvals)) {
    for (const who of approval.not) found.push({ who, kind: approval.of, it: null, source: approval.source, where: `approvals.${approval.id}.not`, approval: true });
    for (const [index, step] of approval.steps.entries()) found.push({ who: step.who, kind: approval.of, it: null, source: approval.source, where: `approvals.${approval.id}.steps#${index + 1}`, approval: true });
  }
  return found;
}

/** The single bearers a who is made of. */
export function singles(who: Who): readonly Single[] {
  switch (who.is) {
    case 'all': case 'any': return who.of.flatMap(singles);
    case 'every': return singles(who.of);
    default: return [who];
  }
}
export type Single = Extract<Who, { readonly is: 'name' | 'special' | 'it' }>;

/** Writes a bearer in the words of policy.yaml. */
export function spellWho(who: Who): string {
  switch (who.is) {
    case 'name': return `${who.atLeast ? 'at least ' : ''}${who.name}${who.of ? ` of ${who.of}` : ''}`;
    case 'special': return who.name;
    case 'it': return `it.${who.field}`;
    case 'every': return `every ${spellWho(who.of)}`;
    default: return `${who.is} of ${who.of.map(spellWho).join(', ')}`;
  }
}
