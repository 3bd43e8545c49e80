import type { Kind, Language, Policy } from '#engine';
import { momentOf } from '../../words.ts';
import type { PolicyForm, RecordInput } from './input.ts';

/** The form where a policy names none. */
export const OWN_RECORD = 'record';
export const OWN_NUMBER = 'JL-01';

/**
 * The records of handling that can be printed for a kind: those its policy names, with the clause as their number; else one of ours with
 * every fact of the kind, to be signed by the roles and the customer.
 */
export function formsOf(policy: Policy, kind: Kind, language: Language): readonly PolicyForm[] {
  const named = Object.values(policy.forms).filter((form) => form.of === kind.id);
  if (named.length > 0) return named.map((form) => ({ id: form.id, title: form.title, number: form.source.clause[0] ?? form.id, prints: form.prints, signs: form.signs }));
  const title = language === 'zh' ? `${kind.title}处理记录表` : `Record of handling: ${kind.title}`;
  return [{ id: OWN_RECORD, title, number: OWN_NUMBER, prints: Object.keys(kind.facts), signs: [...Object.keys(kind.roles), 'customer'] }];
}

/** Who signs, by title (a role of the kind, a position, or the customer), and who has signed already. */
export function signersOf({ policy, kind, form, events }: RecordInput, language: Language): readonly { readonly title: string; readonly signed: string }[] {
  const special: Readonly<Record<string, string>> = language === 'zh' ? { customer: '客户签字确认', applicant: '申请人' } : { customer: 'Customer', applicant: 'Applicant' };
  return form.signs.map((name) => {
    const acts = Object.values(kind.acts).filter((act) => act.is === 'sign' && act.may.some((who) => who.is === 'name' && who.name === name)).map((act) => act.id);
    const last = events.findLast((event) => !event.recalled && event.act !== null && acts.includes(event.act));
    return { title: kind.roles[name]?.title ?? policy.positions[name]?.title ?? policy.units[name]?.title ?? special[name] ?? name, signed: last ? `${last.actor.name} ${momentOf(last.occurredAt)}` : '' };
  });
}
