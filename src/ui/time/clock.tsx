import { createContext, use, useCallback, useEffect, useMemo, useState, useSyncExternalStore, type ReactElement, type ReactNode } from 'react';
import { nowFrom, type ClockReading } from '../rules/index.ts';

/** What the server says of its clock. */
export interface ServerTime { readonly now: number; readonly running: boolean }

const MINUTE = 60_000;

/** One tick a second for the whole page, only while somebody looks at it. */
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let counter = steady();
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
function tick(): void {
  counter = steady();
  for (const listener of listeners) listener();
}
/** Milliseconds of a counter that no change of the machine's clock moves. */
function steady(): number {
  return performance.now();
}

interface Clock { readonly reading: ClockReading; readonly zone: string; readonly set: (time: ServerTime) => void }
const ClockContext = createContext<Clock | null>(null);

/** Gives the page the server's time and the company's zone. `time` is what the server said last. */
export function ClockProvider({ time, zone, children }: { time: ServerTime; zone: string; children: ReactNode }): ReactElement {
  const [reading, setReading] = useState<ClockReading>(() => ({ ...time, readAt: steady() }));
  const set = useCallback((said: ServerTime) => {
    setReading({ ...said, readAt: steady() });
    tick();
  }, []);
  useEffect(() => set(time), [set, time]);
  const clock = useMemo(() => ({ reading, zone, set }), [reading, zone, set]);
  return <ClockContext value={clock}>{children}</ClockContext>;
}

/** The server's time in milliseconds at the last full minute: enough for words of days and hours, and drawn once a minute only. */
export function useMinute(): number {
  return useOfNow((now) => now - (now % MINUTE));
}

/**
 * What a part shows of the time, read anew every second; the part is drawn again only where that has changed, so that a desk full of
 * limits costs next to nothing while it counts down. @param read - pure; what it answers is compared by value
 */
export function useOfNow<T extends string | number | boolean>(read: (now: number) => T): T {
  const { reading } = useClock();
  return useSyncExternalStore(subscribe, () => read(nowFrom(reading, counter)));
}

/** The clock itself: its zone, and `set` for what the server says in between. */
export function useClock(): Clock {
  const clock = use(ClockContext);
  if (!clock) throw new Error('useClock needs a ClockProvider above it');
  return clock;
}
