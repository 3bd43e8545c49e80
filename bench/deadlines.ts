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

const FIRED = `select extract(epoch from (e.recorded_at - e.occurred_at)) * 1000 as late, e.recorded_at from event e
  where e.tenant_id = $1 and e.type = 'breached' and e.body->>'duty' = 'forward' and e.stream = any($2::uuid[])`;

/** So many deadlines falling due within one minute: how late each was noticed, by the event's two times. */
export async function manyDeadlines(database: Database, company: BenchCompany, count: number, wake: Driver): Promise<Lateness> {
  const live = liver(company);
  const first = Date.now() + 15_000;
  const lives = Array.from({ length: count }, (_, n) => live(uuidv7(), `TS-D-${n}`, first - LIMIT + Math.floor((n / count) * MINUTE), 0, n, MAJOR));
  for (let at = 0; at < lives.length; at += 400) await insertLives(database, company, lives.slice(at, at + 400), true);
  // A create announces its own deadline to the loop; rows written behind its back are found at its next look.
  await wake.send({ method: 'POST', path: '/api/matters', body: { kind: 'complaint', channel: 'phone', content: '叫醒', facts: { service_short: true } }, expect: 201 });
  return untilFired(database, company, lives.map((life) => life.matter.id), first + MINUTE);
}

/** One deadline alone. @returns how late it was noticed, in milliseconds. */
export async function loneDeadline(database: Database, company: BenchCompany, wake: Driver): Promise<number> {
  const life = liver(company)(uuidv7(), `TS-L-${uuidv7()}`, Date.now() - LIMIT + 4_000, 0, 0, MAJOR);
  await insertLives(database, company, [life], true);
  await wake.send({ method: 'POST', path: '/api/matters', body: { kind: 'complaint', channel: 'phone', content: '叫醒', facts: { service_short: true } }, expect: 201 });
  return (await untilFired(database, company, [life.matter.id], Date.now() + 4_000)).worst;
}

async function untilFired(database: Database, company: BenchCompany, ids: readonly string[], end: number): Promise<Lateness> {
  for (let waited = 0; waited < 240; waited++) {
    const rows = await withScope(database, { tenant: company.tenant }, async (scope) => (await scope.run<{ late: string; recorded_at: number }>({ text: FIRED, values: [company.tenant, ids] })).rows);
    if (rows.length >= ids.length || waited === 239) {
      const late = rows.map((row) => Number(row.late)).sort((a, b) => a - b);
      const at = (share: number): number => late[Math.min(late.length - 1, Math.floor(late.length * share))] ?? Number.NaN;
      return { count: ids.length, fired: rows.length, doubled: rows.length - Math.min(rows.length, ids.length), p50: at(0.5), p95: at(0.95), worst: late.at(-1) ?? Number.NaN, lastAfterMinute: Math.max(...rows.map((row) => row.recorded_at)) - end };
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error('unreachable');
}
