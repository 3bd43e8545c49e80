import { uuidv7, withScope, type Database } from '#platform/db/index.ts';
import type { BenchCompany } from './company.ts';
import type { Driver } from './drive.ts';
import { liver } from './lives.ts';
import { insertLives } from './seed.ts';

const MINUTE = 60_000;
/** The forwarding limit of a major complaint (B-4.4.2.2.1-a): its clock runs day and night. */
const LIMIT = 10 * MINUTE;
const MAJOR = { bad_press: true };

export interface Lateness { readonly count: number; readonly fired: number; readonly doubled: number; readonly p50: number; readonly p95: number; readonly worst: number; readonly lastAfterMinute: number }
/** With the CPU of server and database from before the minute until the last has fired; what looking for them costs is not in it. */
export interface Costed extends Lateness { readonly cpu: number }

const FIRED = `select extract(epoch from (e.recorded_at - e.occurred_at)) * 1000 as late, e.recorded_at from event e
  where e.tenant_id = $1 and e.type = 'breached' and e.body->>'duty' = $3 and e.stream = any($2::uuid[])`;

/** So many deadlines falling due within one minute: how late each was noticed, by the event's two times. */
export async function manyDeadlines(database: Database, company: BenchCompany, count: number, wake: Driver): Promise<Costed> {
  const live = liver(company);
  const first = Date.now() + 15_000;
  const lives = Array.from({ length: count }, (_, n) => live(uuidv7(), `TS-D-${n}`, first - LIMIT + Math.floor((n / count) * MINUTE), 0, n, MAJOR));
  for (let at = 0; at < lives.length; at += 400) await insertLives(database, company, lives.slice(at, at + 400), true);
  await rouse(wake);
  const before = wake.cpu();
  // Asking meanwhile would be counted, too.
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, first + MINUTE + 1_000 - Date.now())));
  const cpu = (wake.cpu() - before) / count;
  const lateness = await untilFired(database, company, lives.map((life) => life.matter.id), first + MINUTE);
  return { ...lateness, cpu: lateness.fired < count || lateness.lastAfterMinute > 1_000 ? Number.NaN : cpu };
}

/** So many deadlines that fell due while nobody looked, all at once. @returns firings a second, and CPU milliseconds of server and database for each. */
export async function backlog(database: Database, company: BenchCompany, count: number, wake: Driver): Promise<{ readonly perSecond: number; readonly cpu: number }> {
  const live = liver(company);
  const lives = Array.from({ length: count }, (_, n) => live(uuidv7(), `TS-B-${n}`, Date.now() - LIMIT - MINUTE + n, 0, n, MAJOR));
  for (let at = 0; at < lives.length; at += 400) await insertLives(database, company, lives.slice(at, at + 400), true);
  const [written, filled] = [wake.cpu(), Date.now()];
  await rouse(wake);
  const { rows: [end] } = await withScope(database, { tenant: company.tenant }, async (scope) => {
    for (;;) {
      const left = await scope.run<{ left: number }>({ text: 'select count(*) as left from obligation where tenant_id = $1 and next_at <= now()', values: [company.tenant] });
      if ((left.rows[0]?.left ?? 0) === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    return scope.run<{ steps: number }>({ text: 'select count(*) as steps from firing where tenant_id = $1 and matter_id = any($2::uuid[])', values: [company.tenant, lives.map((life) => life.matter.id)] });
  });
  const steps = Number(end?.steps ?? 0);
  return { perSecond: (steps * 1000) / (Date.now() - filled), cpu: (wake.cpu() - written) / steps };
}

/** One deadline alone, made as people make them: a matter is put under watch until a few seconds from now. @returns milliseconds late. */
export async function loneDeadline(database: Database, company: BenchCompany, driver: Driver): Promise<number> {
  const id = await overseen(driver, 3_000);
  return (await untilFired(database, company, [id], Date.now() + 3_000, 'complaint.overseen')).worst;
}

/** Rows written behind the server's back are found at its next look; a deadline of its own makes it look at once. */
async function rouse(driver: Driver): Promise<void> {
  await overseen(driver, 500);
}

async function overseen(driver: Driver, inMilliseconds: number): Promise<string> {
  const made = await driver.send({ method: 'POST', path: '/api/matters', body: { kind: 'complaint', channel: 'phone', content: '叫醒', facts: { service_short: true } }, expect: 201 });
  const { id } = JSON.parse(made.body) as { id: string };
  const until = new Date(Date.now() + inMilliseconds).toISOString();
  const watched = await driver.send({ method: 'POST', path: `/api/matters/${id}/acts`, body: { act: 'oversee', fields: { until } }, expect: 200 });
  if (watched.status !== 200) throw new Error(watched.body);
  return id;
}

async function untilFired(database: Database, company: BenchCompany, ids: readonly string[], end: number, duty = 'forward'): Promise<Lateness> {
  for (let waited = 0; waited < 240; waited++) {
    const rows = await withScope(database, { tenant: company.tenant }, async (scope) => (await scope.run<{ late: string; recorded_at: number }>({ text: FIRED, values: [company.tenant, ids, duty] })).rows);
    if (rows.length >= ids.length || waited === 239) {
      const late = rows.map((row) => Number(row.late)).sort((a, b) => a - b);
      const at = (share: number): number => late[Math.min(late.length - 1, Math.floor(late.length * share))] ?? Number.NaN;
      return { count: ids.length, fired: rows.length, doubled: rows.length - Math.min(rows.length, ids.length), p50: at(0.5), p95: at(0.95), worst: late.at(-1) ?? Number.NaN, lastAfterMinute: Math.max(...rows.map((row) => row.recorded_at)) - end };
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error('unreachable');
}
