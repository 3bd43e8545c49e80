import { holdersOf, substituteOf, type Bearer, type Directory, type Instant } from '#engine';

/** Who is to hear of something, resolved to people at the moment of sending. */
export interface Audience {
  /** Ids of people, each once. */
  readonly people: readonly string[];
  /** Nobody holds what it was addressed to, and it went to those who oversee instead. */
  readonly movedUp: boolean;
  /** Who hears of it in somebody's stead: the substitute of somebody on leave, the successor of somebody who left. */
  readonly standsFor: ReadonlyMap<string, string>;
  /** Who is left out, as people: no colleague's absence brings it to them either. */
  readonly left: ReadonlySet<string>;
}

/** To whom a notice is addressed, who is left out of it, and who oversees: they hear what would otherwise reach nobody. */
export interface Address { readonly to: readonly Bearer[]; readonly except?: readonly Bearer[]; readonly overseeing: readonly string[] }
export interface Present { readonly directory: Directory; readonly now: Instant; /** Of which matter it tells: a leave may name a substitute for some. */ readonly matter: string }

/**
 * Resolves bearers over the directory as it is now: who has left or handed on his position hears nothing, his successor does, and the
 * substitute hears what is for somebody on leave. A person named for his position (one of `every` holder) who is gone is no gap while
 * others hold it: they are told themselves.
 */
export function audienceOf({ to, except = [], overseeing }: Address, present: Present): Audience {
  const left = new Set(everybody(except, present).keys());
  const heard = everybody(to, present);
  const movedUp = heard.size === 0 && !stillHeld(to, present);
  const found = [...(movedUp ? everybody(overseeing.map((position) => ({ position })), present) : heard)].filter(([person]) => !left.has(person));
  return { left, people: found.map(([person]) => person), movedUp, standsFor: new Map(found.flatMap(([person, absent]) => (absent === null ? [] : [[person, absent]]))) };
}

function stillHeld(recipients: readonly Bearer[], present: Present): boolean {
  const offices = recipients.filter((bearer) => bearer.person && bearer.position).map(({ person: _person, ...office }) => office);
  return everybody(offices, present).size > 0;
}

/** Everybody by id, with whom he stands in for; who bears it himself stands in for nobody. Who has left holds nothing, what bore his name remains. */
function everybody(bearers: readonly Bearer[], { directory, now, matter }: Present): ReadonlyMap<string, string | null> {
  const own = [...new Set(bearers.flatMap((bearer) => holdersOf(bearer, directory)))];
  const named = bearers.flatMap((bearer) => bearer.person ?? []);
  const found = new Map<string, string | null>(own.map((person) => [person, null]));
  for (const absent of [...own, ...named]) {
    const by = substituteOf({ directory, now }, absent, matter);
    if (by !== null && !found.has(by)) found.set(by, absent);
  }
  return found;
}
