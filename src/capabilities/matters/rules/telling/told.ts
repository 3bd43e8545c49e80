import { substituteOf, type Bearer, type Directory, type Instant, type MatterState, type World } from '#engine';
import { seesState } from '../seers.ts';
import { audienceOf, type Present } from './audience.ts';
import { classOf, occasionOf, type Cause, type NoticeClass } from './classes.ts';
import { obligationFor, type About } from './owed.ts';

/** Something to be told, as a decision left it. */
export interface ToTell extends About, Cause {
  readonly to: readonly Bearer[]; readonly except?: readonly Bearer[] | undefined; readonly clause?: readonly string[] | undefined;
  /** Of an alarm that climbed: how many levels it has come. */
  readonly climbed?: number | undefined;
}
/** The matter it tells of, as it is when it is told; null = it tells of none. */
export type Subject = { readonly world: World; readonly state: MatterState } | null;
/** What else decides who hears of it: people and time, who oversees, and who has to be rung for an alarm that is for these people. */
export interface Around { readonly directory: Directory; readonly now: Instant; readonly overseeing: readonly string[]; ringing(people: readonly string[]): readonly string[] }

/** One who is told. */
export interface Hearer {
  readonly person: string;
  /** He is reached outside the product, too: of an alarm those on duty, of anything else whoever is not on leave. */
  readonly outside: boolean;
  /** In whose stead he hears of it. */
  readonly standsFor: string | null;
}
export interface Told { readonly class: NoticeClass; readonly hearers: readonly Hearer[]; /** Nobody holds what it was addressed to: it went to those who oversee. */ readonly movedUp: boolean; /** Whom it was for, without those rung in addition. */ readonly people: readonly string[] }

/** The class of what is to be told. */
export function classFor(entry: ToTell, subject: Subject): NoticeClass {
  const climbed = entry.climbed !== undefined;
  if (!subject) return classOf({ template: entry.template, fresh: false, grave: false, urgent: false, share: null, climbed });
  const { world: { policy }, state } = subject;
  return classOf(occasionOf(entry.template, policy, state, entry, entry.obligation ? state.obligations.find((each) => each.key === entry.obligation) : undefined, climbed));
}

/**
 * Who is told something, how loudly, and who is rung: the one rule of the real thing and of its drill. Nobody hears of a matter that
 * does not exist for him, or of work that is no longer his.
 */
export function toldOf(entry: ToTell, subject: Subject, { directory, now, overseeing, ringing }: Around): Told {
  const kind = classFor(entry, subject);
  const present = { directory, now, matter: subject?.state.id ?? '' };
  const { people, movedUp, standsFor, left } = audienceOf({ to: entry.to, except: entry.except ?? [], overseeing }, present);
  const away = awayOf(people, present);
  const rung = new Set(kind === 'alarm' ? ringing(people.filter((person) => !away.has(person))) : []);
  const hearers = [...new Set([...people, ...rung])].filter((person) => !left.has(person) && concerns(entry, subject, directory, person, people)).map((person) => ({
    person, outside: kind === 'alarm' ? rung.has(person) : !away.has(person), standsFor: standsFor.get(person) ?? null,
  }));
  return { class: kind, hearers, movedUp, people };
}

function concerns(entry: ToTell, subject: Subject, directory: Directory, person: string, people: readonly string[]): boolean {
  if (!subject) return true;
  const { unit = null, positions = [] } = directory.people.find((each) => each.person === person) ?? {};
  if (!seesState(subject.world, subject.state, { is: 'person', person, unit, positions, rights: [] })) return false;
  // What was laid on him has been done or passed on meanwhile: there is nothing new for him any more.
  return entry.template !== 'assigned' || !people.includes(person) || obligationFor(entry, subject.world, subject.state, { id: person, unit, positions }) !== undefined;
}

/** Who of them is on leave while his substitute hears of it: he finds it when he is back, and is not written to. */
export function awayOf(people: readonly string[], present: Present): ReadonlySet<string> {
  return new Set(people.filter((person) => {
    const by = substituteOf(present, person, present.matter);
    return by !== null && people.includes(by);
  }));
}
