import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Chance } from './chance.ts';

/** One request that was sent, and what was answered; no answer means: in doubt. */
export interface Sent {
  /** Its Idempotency-Key, and the words by which its effect is found again. */
  readonly key: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
  answer: Answer | null;
}
export interface Answer { readonly status: number; readonly json: { readonly id?: string; readonly error?: string } }

/** People who write without pause, and everything they sent. */
export class Writers {
  readonly sent: Sent[] = [];
  #stopped = false;
  #serial = 0;
  readonly #port: number;
  readonly #cookie: string;
  readonly #chance: Chance;

  constructor(port: number, cookie: string, chance: Chance) {
    this.#port = port;
    this.#cookie = cookie;
    this.#chance = chance;
  }

  /** So many people write until `stop`. @param givesUp - whether one who gets no answer ends, or goes on with something else. */
  async write(people: number, givesUp: boolean): Promise<void> {
    this.#stopped = false;
    await Promise.all(Array.from({ length: people }, () => this.#person(givesUp)));
  }

  stop(): void {
    this.#stopped = true;
  }

  get acknowledged(): readonly Sent[] {
    return this.sent.filter(({ answer }) => answer !== null);
  }

  get inDoubt(): readonly Sent[] {
    return this.sent.filter(({ answer }) => answer === null);
  }

  /** Sends a request of the past once more, and waits out what is still under way. */
  async again({ key, path, body }: Sent): Promise<Answer> {
    for (let attempt = 0; ; attempt++) {
      const answer = await this.#post(path, body, key);
      if (answer && answer.status !== 503 && !isRunning(answer)) return answer;
      if (attempt === 200) throw new Error(`no answer to ${key}: ${JSON.stringify(answer)}`);
      await pause(50);
    }
  }

  async read(path: string): Promise<Answer | null> {
    return fetch(`http://127.0.0.1:${this.#port}${path}`, { headers: { cookie: this.#cookie } }).then(answerOf, () => null);
  }

  async #person(givesUp: boolean): Promise<void> {
    const own: { id: string; forwarded: boolean }[] = [];
    while (!this.#stopped) {
      const sent = this.#next(own);
      this.sent.push(sent);
      const answer = await this.#post(sent.path, sent.body, sent.key);
      if (answer === null || answer.status === 503) {
        if (givesUp) return;
        await pause(20);
        continue;
      }
      expect(answer.status, JSON.stringify({ sent, answer })).toBe(sent.path === '/api/matters' ? 201 : 200);
      sent.answer = answer;
      if (sent.path === '/api/matters' && answer.json.id) own.push({ id: answer.json.id, forwarded: false });
    }
  }

  /** What a desk does: receive, forward each matter once, note, chase. */
  #next(own: { id: string; forwarded: boolean }[]): Sent {
    const key = `gate-${++this.#serial}-${Math.floor(this.#chance() * 1e9)}`;
    const matter = own[Math.floor(this.#chance() * own.length)];
    const dice = this.#chance();
    if (!matter || dice < 0.4) {
      const customer = { name: '王女士', phone: `139${String(Math.floor(this.#chance() * 1e8)).padStart(8, '0')}`, address: '3-2-1201' };
      return { key, path: '/api/matters', body: { kind: 'complaint', channel: 'phone', content: key, customer, facts: { service_short: true } }, answer: null };
    }
    const forwards = dice > 0.85 && !matter.forwarded;
    if (forwards) matter.forwarded = true;
    const body = forwards ? { act: 'forward', fields: { to: 'engineering', text: key } } : { act: dice < 0.7 ? 'note' : 'chase', fields: { text: key } };
    return { key, path: `/api/matters/${matter.id}/acts`, body, answer: null };
  }

  async #post(path: string, body: unknown, key: string): Promise<Answer | null> {
    const headers = { 'content-type': 'application/json', cookie: this.#cookie, 'idempotency-key': key };
    return fetch(`http://127.0.0.1:${this.#port}${path}`, { method: 'POST', headers, body: JSON.stringify(body) }).then(answerOf, () => null);
  }
}

/** Signs in. @returns the cookie, which outlives the server. */
export async function signIn(port: number, tenant: string, username: string, password: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ tenant, username, password }) });
  if (answer.status !== 200) throw new Error(`${username} could not sign in: ${await answer.text()}`);
  return answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
}

const isRunning = ({ json }: Answer): boolean => json.error === 'still-running';

/** An answer whose end did not arrive is none. */
async function answerOf(response: Response): Promise<Answer | null> {
  return response.json().then((json) => ({ status: response.status, json: json as Answer['json'] }), () => null);
}
