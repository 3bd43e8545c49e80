import type { Kind, Policy, Text, Who } from '#engine';

/** A policy seen from one of its kinds: what the names in its rules stand for. */
export interface Naming { readonly policy: Policy; readonly kind: Kind | undefined }

export const same = (word: string): Text => ({ zh: word, en: word });
/** A name of the policy, marked as one. */
export const quoted = (word: string): Text => ({ zh: `「${word}」`, en: `“${word}”` });
export const both = (zh: string, en: string): Text => ({ zh, en });

/** Puts texts together, language by language. */
export function joined(parts: readonly Text[], between: Text): Text {
  return { zh: parts.map((part) => part.zh).join(between.zh), en: parts.map((part) => part.en).join(between.en) };
}

/** An act by its title; one of a matter below with its kind (`rectification.verify`), `*` = any. */
export function actName({ policy, kind }: Naming, act: string): Text {
  if (act === '*') return both('任何一项办理', 'any act');
  const [below, name] = act.includes('.') ? act.split('.', 2) : [undefined, act];
  const of = below === undefined ? kind : policy.kinds[below];
  const title = of?.acts[name ?? '']?.title ?? act;
  return quoted(below === undefined ? title : `${of?.title ?? below}·${title}`);
}

/** Several acts, any of which is meant. */
export const actNames = (naming: Naming, acts: readonly string[]): Text => joined(acts.map((act) => actName(naming, act)), both('或', ' or '));

export const factName = ({ kind }: Naming, fact: string): Text => quoted(kind?.facts[fact]?.title ?? fact);

/** A role, position or unit by its title. */
export function bearerName({ policy, kind }: Naming, name: string): string {
  return kind?.roles[name]?.title ?? policy.positions[name]?.title ?? policy.units[name]?.title ?? name;
}

const SPECIAL: Readonly<Record<'system' | 'applicant' | 'customer' | 'about', Text>> = {
  system: both('系统', 'the system'), applicant: both('申请人', 'the applicant'), customer: both('客户', 'the customer'), about: both('本人', 'the person concerned'),
};

/** Whoever a rule means, in words. */
export function whoName(naming: Naming, who: Who): Text {
  switch (who.is) {
    case 'name': {
      const title = bearerName(naming, who.name);
      const of = who.of === null ? null : bearerName(naming, who.of);
      const above = who.atLeast ? both('以上', ' or above') : same('');
      return both(`${of === null ? '' : `${of}的`}${title}${above.zh}`, `${title}${of === null ? '' : ` of ${of}`}${above.en}`);
    }
    case 'special': return SPECIAL[who.name];
    case 'it': return who.field === 'to' ? both('接收人', 'the receiver') : both('办理人', 'whoever did it');
    case 'every': { const of = whoName(naming, who.of); return both(`每位${of.zh}`, `each ${of.en}`); }
    case 'all': return joined(who.of.map((each) => whoName(naming, each)), both('和', ' and '));
    case 'any': return joined(who.of.map((each) => whoName(naming, each)), both('或', ' or '));
  }
}
