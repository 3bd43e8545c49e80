/**
 * One cookie, one person: whoever signs in or out in one tab does so in all tabs of this browser. They speak of it here, so that none
 * goes on showing what belongs to somebody else.
 */
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('aftercare.person') : null;

/** Says in all other tabs who is signed in now; null for nobody. */
export function announcePerson(person: string | null): void {
  channel?.postMessage(person);
}

/** Hears who is signed in now, when another tab says so, until the returned function is called. */
export function hearPerson(changed: (person: string | null) => void): () => void {
  const hear = ({ data }: MessageEvent<unknown>): void => changed(typeof data === 'string' ? data : null);
  channel?.addEventListener('message', hear);
  return () => channel?.removeEventListener('message', hear);
}
