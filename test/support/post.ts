import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from './writers.ts';

/** One keyed request. */
export interface Keyed { readonly cookie: string; readonly path: string; readonly body: unknown; readonly key: string }

/** Sends it to one server, and waits out what is still under way there under the same key. */
export async function postKeyed(port: number, { cookie, path, body, key }: Keyed): Promise<Answer> {
  for (;;) {
    const headers = { 'content-type': 'application/json', cookie, 'idempotency-key': key };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const json = (await response.json()) as Answer['json'];
    if (json.error !== 'still-running') return { status: response.status, json };
    await pause(20);
  }
}

/** Does so much at a time, until the list is done. */
export async function sideBySide<T>(list: readonly T[], atATime: number, work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...list];
  await Promise.all(Array.from({ length: atATime }, async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
  }));
}
