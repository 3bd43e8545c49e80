import { civilWords, isOpen, nextOpening, substituteOf, titleOfAct, titleOfBearer, titleOfDuty, titleOfFact, titleOfValue, type Bearer, type Due, type FactValue, type Kind, type Language, type ObligationState, type World } from '#engine';
import { oursOfLimit } from '#capabilities/policies/index.ts';
import type { BearerJson, ObligationJson } from '../../contract.ts';
import { iso, isoOrNull } from '../gather.ts';

/** Names of people by id, for titles. */
export type Names = (person: string) => string | undefined;

export function bearerJson(bearer: Bearer | undefined): BearerJson {
  return { ...(bearer?.position ? { position: bearer.position } : {}), ...(bearer?.unit ? { unit: bearer.unit } : {}), ...(bearer?.person ? { person: bearer.person } : {}) };
}

export function bearersTitle(world: World, bearers: readonly Bearer[], names: Names, matter: string): string {
  const titled = (bearer: Bearer): string => {
    const by = bearer.person ? substituteOf(world, bearer.person, matter) : null;
    return `${titleOfBearer(world.policy, bearer, names)}${by === null ? '' : `（${names(by) ?? '—'}代）`}`;
  };
  return bearers.length ? [...new Set(bearers.map(titled))].join('、') : '—';
}

/** An obligation as the contract shows it. `ordinal` is its place in the matter; matter and ordinal are its id. */
export function obligationJson(world: World, matter: { readonly id: string; readonly kind: string }, ob: ObligationState, ordinal: number, names: Names, language: Language = 'zh'): ObligationJson {
  const kind: Kind | undefined = world.policy.kinds[matter.kind];
  const due = ob.dueAt ?? ob.breachedAt;
  const calendar = calendarOf(world, ob);
  const compiled = calendar ? world.calendars[calendar] : undefined;
  const still = ob.status === 'paused' || (compiled !== undefined && ob.status === 'open' && !isOpen(compiled, world.now));
  return {
    id: `${matter.id}-${ordinal}`, duty: ob.duty, title: titleOfDuty(world.policy, kind, ob.duty, ob.act, language), clause: ob.clause.join(', '), ours: oursOf(world, ob), act: ob.act, actTitle: titleOfAct(kind, ob.act, language),
    bearer: bearerJson(ob.bearers[0]), bearers: ob.bearers.map(bearerJson), ...borneBy(world, ob, names, matter.id, language), extendedFrom: isoOrNull(ob.extensions?.at(-1)?.from ?? null, world),
    dueAt: isoOrNull(due, world), state: ob.status, startedAt: iso(ob.startedAt, world), metAt: isoOrNull(ob.metAt, world), breachedAt: isoOrNull(ob.breachedAt, world),
    recordedLate: ob.recordedLate, calendar, standsStill: still, runsAgainAt: still && compiled && ob.status === 'open' ? iso(nextOpening(compiled, world.now), world) : null, round: ob.round,
  };
}

/** Whoever owes it; before anybody is bound to it the screen says so instead of a dash. */
function borneBy(world: World, ob: ObligationState, names: Names, matter: string, language: Language): Pick<ObligationJson, 'bearerTitle' | 'bearerWords'> {
  const title = ob.bearers.length ? bearersTitle(world, ob.bearers, names, matter) : NOBODY[language];
  return { bearerTitle: title, bearerWords: ob.bearers.length ? { zh: title, en: title } : NOBODY };
}

/** Before anybody is bound to it. */
export const NOBODY = { zh: '还没有经办人', en: 'nobody yet' } as const;

/** A fact in words. `obligation` of a waiver is no fact of the kind: its value is the key of an obligation (duty/round/place), said by the duty's title. */
export function factInWords(world: World, kind: Kind | undefined, name: string, value: FactValue, language: Language): { readonly title: string; readonly value: string } {
  if (name === 'until' && !kind?.facts[name] && typeof value === 'string') return { title: language === 'zh' ? '延到' : 'Until', value: civilWords(Date.parse(value), world.policy.zone)[language] };
  if (name !== 'obligation' || kind?.facts[name] || typeof value !== 'string') return { title: titleOfFact(kind, name), value: titleOfValue(kind?.facts[name], value, language) };
  const [duty = value] = value.split('/');
  return { title: language === 'zh' ? '待办' : 'Item', value: titleOfDuty(world.policy, kind, duty, duty, language) };
}

/** Why a number is ours: the rule says so, or its limit is a vague word (及时) whose number is ours. */
export function oursOf(world: World, ob: ObligationState): string | null {
  return ob.ours ?? oursOfLimit(world.policy, world.policy.duties[ob.duty]?.rows[ob.row]);
}

/** The calendar a limit of hours counts in: outside its windows such a clock stands still. */
function calendarOf(world: World, ob: ObligationState): string | null {
  const rule = world.policy.duties[ob.duty]?.rows[ob.row];
  const counted = rule?.due.firstKnown.find((due): due is Extract<Due, { is: 'after' }> => due.is === 'after' && due.duration.calendar !== null);
  return counted?.duration.calendar ?? null;
}
