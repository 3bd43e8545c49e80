import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { createPerson, type NewPerson, type Passwords } from '../../src/capabilities/identity/index.ts';
import { arrangeOrganisation } from '../../src/capabilities/organisation/index.ts';
import { linkAttachments } from '../../src/capabilities/attachments/index.ts';
import { fileStore } from '../../src/platform/files/index.ts';
import { liveHub } from '../../src/capabilities/notices/index.ts';
import { openContext } from '../../src/main/context.ts';
import { openInstallation } from '../../src/main/installation.ts';
import { openMachine } from '../../src/main/machine.ts';
import { operations } from '../../src/main/operations.ts';
import { manualClock, type ManualClock } from '../../src/platform/clock/index.ts';
import { uuidv7, withScope } from '../../src/platform/db/index.ts';
import { serve, type ServeOptions } from '../../src/platform/http/index.ts';
import { silentLog } from '../../src/platform/log/index.ts';
import type { Context } from '../../src/platform/operations/index.ts';
import type { TestDatabase } from './database.ts';

const turned = new Set<string>();

/** Every name is somebody's on the open net: no test asks the network. One that ends in `.invalid` leads inside from its second asking on, so that nothing is ever written to it. */
export const leadsOutside = (host: string): Promise<readonly string[]> => {
  const inside = turned.has(host);
  if (host.endsWith('.invalid')) turned.add(host);
  return Promise.resolve([inside ? '10.0.0.1' : '8.8.8.8']);
};

/** The whole server over a test's own database, asked without a network. */
export interface Product {
  readonly server: FastifyInstance;
  readonly context: Context;
  readonly clock: ManualClock;
  /** How often a password was looked at so far. */
  looks(): number;
  /** A person of a company. @returns his id. */
  person(tenant: string, person: Partial<NewPerson> & { username: string; password?: string }): Promise<string>;
  /** Signs in and gives the cookie header of the session. */
  signIn(company: string, username: string, password: string): Promise<string>;
  /** One request; `as` is a cookie header or a key (`ak_…`). */
  ask(request: InjectOptions, as?: string): Promise<LightMyRequestResponse>;
}

/** Quick to compare, so that tests of access do not spend their time on hashing; `looks` counts. */
export function plainPasswords(): Passwords & { looks(): number } {
  let looks = 0;
  return {
    hash: async (password) => `plain:${uuidv7()}:${password}`,
    matches: async (password, kept) => {
      looks++;
      return kept !== null && kept.slice(43) === password;
    },
    looks: () => looks,
  };
}

/** Opens the product over a database of this test file; closed when the file has ended. */
export async function openProduct({ database }: TestDatabase, more: Partial<ServeOptions> = {}): Promise<Product> {
  const clock = manualClock('2026-03-02T09:00:00+08:00');
  const passwords = plainPasswords();
  const hub = liveHub();
  const folder = mkdtempSync(join(tmpdir(), 'aftercare-files-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const installation = openInstallation({ dataFolder: folder, trustProxy: false, host: '127.0.0.1' }, silentLog, () => context);
  const context: Context = openContext({
    installation, machine: openMachine({ version: '0.0.0', clock, installation, connection: null, mail: false }), db: database, clock, log: silentLog, live: hub, liveHub: hub, files: fileStore(folder), linkFiles: linkAttachments, wake: () => {}, wakeOutbox: () => {}, readiness: { state: 'ready' }, channelOptions: { resolve: leadsOutside }, identity: { passwords, refusalMilliseconds: 0 },
  });
  const server = await serve(operations, { context, identify: context.identity.identify, checkAnswers: true, ...more });
  afterAll(() => server.close());
  const ask = (request: InjectOptions, as?: string): Promise<LightMyRequestResponse> =>
    server.inject({ ...request, headers: { ...request.headers, ...(as === undefined ? {} : as.startsWith('ak_') ? { authorization: `Bearer ${as}` } : { cookie: as }) } });
  return {
    server, context, clock, ask,
    looks: passwords.looks,
    async person(tenant, { password, ...person }) {
      const passwordHash = password === undefined ? null : await passwords.hash(password);
      return withScope(database, { tenant }, (scope) => createPerson(scope, { name: person.username, passwordHash, ...person }, clock.now(), context.identity.record));
    },
    async signIn(company, username, password) {
      const reply = await ask({ method: 'POST', url: '/api/login', payload: { tenant: company, username, password } });
      if (reply.statusCode !== 200) throw new Error(`${username} could not sign in: ${reply.body}`);
      return reply.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    },
  };
}

/** Units and positions for tests: one of each right, and a unit. */
export function arrangeTrial({ database }: TestDatabase, tenant: string, rights: readonly string[]): Promise<void> {
  const positions = rights.map((right) => ({ code: right, title: right, rights: [right] }));
  return withScope(database, { tenant }, (scope) => arrangeOrganisation(scope, { units: [{ code: 'service', name: '售后部' }], positions }));
}
