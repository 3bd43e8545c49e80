/**
 * How the tabs of one browser choose the one that leads, by messages alone: a page without a secure address has no locks. A hidden tab's
 * timers run once a second or once a minute, but it hears messages at once. So the leader never beats by a timer: others ask, it answers.
 */
export type Word = 'ask' | 'want' | 'lead' | 'bye';
/** What a tab says to all others. `from` is the name it gave itself; of two that want the same, the lower name has it. */
export interface Said { readonly is: Word; readonly from: string }

export type Seat =
  /** May not lead. `led`: somebody does; believed until nobody answers. */
  | { readonly is: 'watching'; readonly askedAt: number | null; readonly led: boolean }
  | { readonly is: 'seeking'; readonly since: number }
  | { readonly is: 'following'; readonly askedAt: number | null }
  | { readonly is: 'leading' };

export type Happening = { readonly is: 'begin'; readonly eligible: boolean } | { readonly is: 'may'; readonly eligible: boolean } | { readonly is: 'tick' } | { readonly is: 'heard'; readonly said: Said };
export interface Turn { readonly seat: Seat; readonly say: readonly Word[] }

/** Milliseconds. Between two looks of a tab somebody sees; how long a leader may owe an answer; how long others have to object. */
export const TICK = 300;
export const SILENCE = 900;
export const OBJECTION = 250;

/** One step of one tab. @param now - milliseconds of this tab's own steady counter; tabs never compare theirs. */
export function turn(seat: Seat, own: string, happening: Happening, now: number): Turn {
  if (happening.is === 'begin') return happening.eligible ? seek(now) : { seat: { is: 'watching', askedAt: now, led: true }, say: ['ask'] };
  if (happening.is === 'may') return allowed(seat, happening.eligible, now);
  if (happening.is === 'heard') return heard(seat, own, happening.said, now);
  return ticked(seat, now);
}

const seek = (now: number): Turn => ({ seat: { is: 'seeking', since: now }, say: ['want'] });
const stay = (seat: Seat, ...say: readonly Word[]): Turn => ({ seat, say });

function allowed(seat: Seat, eligible: boolean, now: number): Turn {
  if (eligible) return seat.is === 'watching' ? seek(now) : stay(seat);
  if (seat.is === 'watching') return stay(seat);
  return { seat: { is: 'watching', askedAt: null, led: seat.is === 'following' }, say: seat.is === 'leading' ? ['bye'] : [] };
}

function ticked(seat: Seat, now: number): Turn {
  if (seat.is === 'leading') return stay(seat);
  if (seat.is === 'seeking') return now - seat.since >= OBJECTION ? { seat: { is: 'leading' }, say: ['lead'] } : stay(seat);
  // Only a question without an answer counts: after an hour asleep nothing has been heard either, and all is well.
  if (seat.askedAt === null) return { seat: { ...seat, askedAt: now }, say: ['ask'] };
  if (now - seat.askedAt < SILENCE) return stay(seat);
  return seat.is === 'following' ? seek(now) : stay({ is: 'watching', askedAt: null, led: false });
}

function heard(seat: Seat, own: string, { is, from }: Said, now: number): Turn {
  if (seat.is === 'leading') {
    if (is === 'lead') return from < own ? stay({ is: 'following', askedAt: null }) : stay(seat, 'lead');
    return is === 'bye' ? stay(seat) : stay(seat, 'lead');
  }
  if (is === 'lead') return stay(seat.is === 'watching' ? { is: 'watching', askedAt: null, led: true } : { is: 'following', askedAt: null });
  if (seat.is === 'seeking' && is === 'want') return from < own ? stay({ is: 'seeking', since: now }) : stay(seat, 'want');
  if (is !== 'bye') return stay(seat);
  if (seat.is === 'following') return seek(now);
  return stay(seat.is === 'watching' ? { ...seat, led: false } : seat);
}
