import { useEffect, useRef } from 'react';
import { useNewest, useWords } from '#ui/index.ts';
import type { NoticeJson } from '../contract.ts';
import { useOpen } from './useOpen.ts';
import { noticeWords } from './words.ts';

/** Calls somebody who looks elsewhere: the title of the window, and a message of the system where that is permitted. */
export function useCalled(alarms: readonly NoticeJson[]): void {
  const say = useWords(noticeWords);
  const open = useNewest(useOpen());
  const [latest] = alarms;
  const title = latest === undefined ? null : alarms.length === 1 ? say('alarmTitle', { title: latest.title }) : say('alarmsTitle', { n: alarms.length, title: latest.title });
  useEffect(() => {
    if (title === null) return undefined;
    const plain = document.title;
    document.title = title;
    return () => { document.title = plain; };
  }, [title]);
  const shown = useRef(new Map<string, Notification | null>());
  useEffect(() => {
    for (const [id, message] of shown.current) {
      if (alarms.some((alarm) => alarm.id === id)) continue;
      message?.close();
      shown.current.delete(id);
    }
    for (const alarm of alarms) {
      if (shown.current.has(alarm.id)) continue;
      const message = messageOf(alarm, say('alarmTitle', { title: alarm.title }));
      shown.current.set(alarm.id, message);
      if (message) message.onclick = () => { window.focus(); if (alarm.link !== null) open.current(alarm.link); };
    }
  }, [alarms, say, open]);
}

/** All tabs give it the same tag: the system shows one. Nobody needs it who looks at the band. */
function messageOf({ id, text }: NoticeJson, title: string): Notification | null {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted' || document.hasFocus()) return null;
  try {
    return new Notification(title, { body: text, tag: id, requireInteraction: true });
  } catch {
    // Phones have the name, and refuse to make one from a page.
    return null;
  }
}
