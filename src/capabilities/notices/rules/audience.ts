import { holdersOf, type Bearer, type Directory } from '#engine';

/** Who is to hear of something, resolved to people at the moment of sending. */
export interface Audience {
  /** Ids of people, each once. */
  readonly people: readonly string[];
  /** Nobody holds what it was addressed to, and it went to those who oversee instead. */
  readonly movedUp: boolean;
}

/**
 * Resolves bearers over the directory as it is now: who has left or handed on his position hears nothing, his successor does.
 * A person named for his position (one of `every` holder) who is gone is no gap while others hold it: they are told themselves.
 * @param overseeing - codes of the positions that oversee; they hear what would otherwise reach nobody.
 */
export function audienceOf(recipients: readonly Bearer[], overseeing: readonly string[], directory: Directory): Audience {
  const people = everybody(recipients, directory);
  if (people.length > 0 || stillHeld(recipients, directory)) return { people, movedUp: false };
  return { people: everybody(overseeing.map((position) => ({ position })), directory), movedUp: true };
}

function stillHeld(recipients: readonly Bearer[], directory: Directory): boolean {
  const offices = recipients.filter((bearer) => bearer.person && bearer.position).map(({ person: _person, ...office }) => office);
  return everybody(offices, directory).length > 0;
}

function everybody(bearers: readonly Bearer[], directory: Directory): readonly string[] {
  return [...new Set(bearers.flatMap((bearer) => holdersOf(bearer, directory)))];
}
