import { v4 as newName } from 'uuid';
import { TICK, turn, type Happening, type Said, type Seat } from './rules/election.ts';

/** Where a tab stands: it leads, or it knows that another does. */
export interface Standing { readonly leads: boolean; readonly led: boolean }
export interface Candidacy {
  /** Whether this tab may lead; one that may no longer says so to the others. */
  readonly may: (eligible: boolean) => void;
  readonly leave: () => void;
}

/**
 * Stands for an office of which one tab of this browser holds one: `rules/election.ts` over a channel. A tab that closes says so; one
 * that dies is missed within two seconds. Where tabs cannot speak to each other, each leads for itself.
 */
export function standFor(office: string, eligible: boolean, changed: (standing: Standing) => void): Candidacy {
  if (!('BroadcastChannel' in globalThis)) {
    changed({ leads: eligible, led: false });
    return { may: (now) => changed({ leads: now, led: false }), leave: () => undefined };
  }
  const own = newName();
  const channel = new BroadcastChannel(office);
  let seat: Seat = { is: 'watching', askedAt: null, led: true };
  let allowed = eligible;
  const step = (happening: Happening): void => {
    const before = seat;
    const next = turn(seat, own, happening, performance.now());
    seat = next.seat;
    for (const word of next.say) channel.postMessage({ is: word, from: own } satisfies Said);
    if (seat.is !== before.is || ledIn(seat) !== ledIn(before)) changed({ leads: seat.is === 'leading', led: ledIn(seat) });
  };
  const tick = (): void => step({ is: 'tick' });
  const bow = (): void => step({ is: 'may', eligible: false });
  const back = (event: PageTransitionEvent): void => { if (event.persisted) step({ is: 'begin', eligible: allowed }); };
  channel.onmessage = (message: MessageEvent<Said>) => step({ is: 'heard', said: message.data });
  addEventListener('pagehide', bow);
  addEventListener('pageshow', back);
  document.addEventListener('visibilitychange', tick);
  const timer = setInterval(tick, TICK);
  step({ is: 'begin', eligible });
  return {
    may: (now) => { allowed = now; step({ is: 'may', eligible: now }); },
    leave() {
      bow();
      clearInterval(timer);
      removeEventListener('pagehide', bow);
      removeEventListener('pageshow', back);
      document.removeEventListener('visibilitychange', tick);
      channel.close();
    },
  };
}

const ledIn = (seat: Seat): boolean => seat.is === 'following' || (seat.is === 'watching' && seat.led);
