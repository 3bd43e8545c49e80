import type { Absence, Actor, Bearer, Directory } from '../matter.ts';
import type { Instant } from '../instant.ts';
import { actorBears, bears, type Holder } from './match.ts';

/** What tells who stands in for whom: the directory, and the present. */
interface Present { readonly directory: Directory; readonly now: Instant }

/** Whether a leave covers an instant; the last one no longer, a leaver's without an end. */
export function isAbsent(absence: Absence, at: Instant): boolean {
  return absence.from <= at && (absence.until === null || at < absence.until);
}

/** Who looks after a matter for somebody absent just now; null while he is here. */
export function substituteOf({ directory, now }: Present, person: string, matter: string): string | null {
  return directory.absences?.find((each) => each.person === person && isAbsent(each, now) && covers(each, matter))?.by ?? null;
}

/** Named matters go to whoever is named for them, all others to the substitute of the leave. */
function covers(absence: Absence, matter: string): boolean {
  return absence.only === null ? !absence.except.includes(matter) : absence.only.includes(matter);
}

/**
 * For whom the actor bears it in this matter: somebody absent for whom he stands in and who bears one of the bearers.
 * Never further: whoever stands in for him does not stand in for that one. @param open - who of the absent may count.
 * @returns null when there is nobody; the system stands in for nobody.
 */
export function bornFor(present: Present, actor: Actor, bearers: readonly Bearer[], matter: string, open: (person: string) => boolean = () => true): string | null {
  if (actor.is === 'system') return null;
  const absent = (present.directory.absences ?? []).filter((each) => each.by === actor.person && isAbsent(each, present.now) && covers(each, matter));
  const found = absent.find(({ person }) => open(person) && bearers.some((bearer) => bears(holderOf(present.directory, person), bearer)));
  return found?.person ?? null;
}

/** Everybody absent just now for whom somebody stands in as a whole, with what each holds. */
export function standsInFor({ directory, now }: Present, person: string): readonly Holder[] {
  return (directory.absences ?? []).filter((each) => each.by === person && each.only === null && isAbsent(each, now)).map((each) => holderOf(directory, each.person));
}

/** Whether the actor bears it himself, or for somebody absent. */
export function bearsIn(present: Present, actor: Actor, bearers: readonly Bearer[], matter: string): boolean {
  return actorBears(actor, bearers) || bornFor(present, actor, bearers, matter) !== null;
}

/** Who has left holds no position any more; what was laid on himself by name remains. */
function holderOf(directory: Directory, person: string): Holder {
  return directory.people.find((each) => each.person === person) ?? { person, unit: null, positions: [] };
}
