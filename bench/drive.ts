import { Agent, request } from 'node:http';
import { cpuOf } from './cpu.ts';

/** One request of the load: what to ask, and whether the answer is what it must be. */
export interface Shot { readonly method: 'GET' | 'POST'; readonly path: string; readonly body?: unknown; readonly expect: number }

export interface Measured {
  readonly perSecond: number; readonly p50: number; readonly p95: number; readonly p99: number;
  /** CPU milliseconds a request of server and database together; the driver's own is not in it. */
  readonly cpu: number;
  /** The server's share of it. */
  readonly server: number; readonly requests: number; readonly failed: number;
}

/** Talks to one server over kept connections, signed in. */
export class Driver {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  #cookie = '';

  constructor(private readonly port: number, private readonly serverPid: number, private readonly databasePid: number) {}

  async signIn(tenant: string, username: string, password: string): Promise<void> {
    const { headers, status } = await this.send({ method: 'POST', path: '/api/login', body: { tenant, username, password }, expect: 200 });
    if (status !== 200) throw new Error(`sign-in answered ${status}`);
    this.#cookie = [headers['set-cookie'] ?? []].flat().map((each) => each.split(';')[0]).join('; ');
  }

  send({ method, path, body }: Shot): Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }> {
    return new Promise((resolve, reject) => {
      const payload = body === undefined ? undefined : JSON.stringify(body);
      const call = request({
        host: '127.0.0.1', port: this.port, method, path, agent: this.#agent,
        headers: { ...(payload ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) } : {}), ...(this.#cookie ? { cookie: this.#cookie } : {}) },
      }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString(), headers: answer.headers }));
      });
      call.on('error', reject);
      call.end(payload);
    });
  }

  /** CPU milliseconds that the server and the database have used so far. */
  cpu(): number {
    return cpuOf([this.serverPid, this.databasePid]) * 1000;
  }

  /** A closed loop of so many clients for so many seconds after as long a warm-up; three rounds, the median of each figure. */
  async measure(clients: number, seconds: number, next: () => Shot): Promise<Measured> {
    await this.#round(clients, seconds, next);
    const rounds = [await this.#round(clients, seconds, next), await this.#round(clients, seconds, next), await this.#round(clients, seconds, next)];
    const median = (pick: (round: Measured) => number): number => rounds.map(pick).sort((a, b) => a - b)[1] ?? 0;
    return {
      perSecond: median((r) => r.perSecond), p50: median((r) => r.p50), p95: median((r) => r.p95), p99: median((r) => r.p99), cpu: median((r) => r.cpu), server: median((r) => r.server),
      requests: rounds.reduce((sum, r) => sum + r.requests, 0), failed: rounds.reduce((sum, r) => sum + r.failed, 0),
    };
  }

  async #round(clients: number, seconds: number, next: () => Shot): Promise<Measured> {
    const times: number[] = [];
    let failed = 0;
    const before = { server: cpuOf([this.serverPid]), database: cpuOf([this.databasePid]) };
    const begun = performance.now();
    const until = begun + seconds * 1000;
    await Promise.all(Array.from({ length: clients }, async () => {
      while (performance.now() < until) {
        const shot = next();
        const at = performance.now();
        const { status } = await this.send(shot);
        times.push(performance.now() - at);
        if (status !== shot.expect) failed++;
      }
    }));
    const took = (performance.now() - begun) / 1000;
    const server = ((cpuOf([this.serverPid]) - before.server) * 1000) / times.length;
    const cpu = server + ((cpuOf([this.databasePid]) - before.database) * 1000) / times.length;
    times.sort((a, b) => a - b);
    const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    return { perSecond: times.length / took, p50: at(0.5), p95: at(0.95), p99: at(0.99), cpu, server, requests: times.length, failed };
  }
}
