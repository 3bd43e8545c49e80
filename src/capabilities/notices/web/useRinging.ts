import { useEffect, useRef, useSyncExternalStore } from 'react';
import { standFor, useHeard, useNewest, type Candidacy } from '#ui/index.ts';
import { SILENT, soundOf } from './rules/sounding.ts';
import { choice, door, listenForTouch, play, seat } from './sound/index.ts';

/** How often it is looked whether an alarm is due again. */
const LOOK = 1000;
/** One tab of the browser sounds for all. */
const OFFICE = 'aftercare.sound';

/** What has sounded in this page, whoever asked for it: two that ring would ring once. */
let rung = SILENT;

/** Sounds for alarms that are open and reminders that come, in one tab of the browser: of those a reader has touched, one. */
export function useRinging(alarms: readonly { readonly id: string }[]): void {
  const { leads } = useSyncExternalStore(seat.subscribe, seat.read);
  const { on } = useSyncExternalStore(choice.subscribe, choice.read);
  const reminders = useRef(0);
  useSeat();
  const ring = useNewest((): void => {
    const next = soundOf(rung, { open: alarms.map(({ id }) => id), reminders: reminders.current }, performance.now());
    reminders.current = 0;
    rung = next.rung;
    if (next.sound) play(next.sound);
  });
  const sounds = leads && on;
  useEffect(() => {
    if (!sounds || alarms.length === 0) return undefined;
    ring.current();
    const timer = setInterval(() => ring.current(), LOOK);
    return () => clearInterval(timer);
  }, [sounds, alarms, ring]);
  useHeard('notice', (data) => {
    if (!sounds || !isReminder(data)) return;
    reminders.current += 1;
    ring.current();
  });
}

/** Only a tab whose sound the browser lets out stands for the office; the others know whether somebody holds it. */
function useSeat(): void {
  const unlocked = useSyncExternalStore(door.subscribe, door.read);
  const candidacy = useRef<Candidacy | null>(null);
  useEffect(() => {
    const forget = listenForTouch();
    const standing = standFor(OFFICE, door.read(), seat.set);
    candidacy.current = standing;
    return () => {
      forget();
      standing.leave();
      candidacy.current = null;
    };
  }, []);
  useEffect(() => candidacy.current?.may(unlocked), [unlocked]);
}

function isReminder(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'class' in data && data.class === 'reminder' && !('taken' in data);
}
