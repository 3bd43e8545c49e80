import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { liver } from '../../bench/lives.ts';
import { insertLives } from '../../bench/seed.ts';
import { asOwner, uuidv7, type Connection } from '../../src/platform/db/index.ts';
import type { TwoServers } from './two-servers.ts';

/** A major complaint must be forwarded within ten minutes, day and night (B-4.4.2.2.1-a). */
const LIMIT = 10 * 60_000;
const MAJOR = { bad_press: true };
const BATCH = 400;
const BREACHES = `select count(*)::integer as fired from event where type = 'breached' and body->>'duty' = 'forward'`;

/**
 * Writes down so many major complaints, so that their forwarding falls due evenly over a span.
 * @param first - when the first falls due. @param span - milliseconds.
 * @returns their ids.
 */
export async function fallingDue({ database, company }: Pick<TwoServers, 'database' | 'company'>, count: number, first: number, span: number): Promise<readonly string[]> {
  const live = liver(company);
  const ids: string[] = [];
  while (ids.length < count) {
    const lives = Array.from({ length: Math.min(BATCH, count - ids.length) }, (_, index) => {
      const n = ids.length + index;
      return live(uuidv7(), `TS-D-${n}`, Math.floor(first - LIMIT + (n / count) * span), 0, n, MAJOR);
    });
    await insertLives(database, company, lives, true);
    ids.push(...lives.map((life) => life.matter.id));
  }
  return ids;
}

/** Waits until so many have been breached, or the time is over. */
export async function untilFired(connection: Connection, count: number, atMost: number): Promise<void> {
  const end = Date.now() + atMost;
  await asOwner(connection, async (run) => {
    for (;;) {
      const [row] = await run<{ fired: number }>({ text: BREACHES, values: [] });
      if ((row?.fired ?? 0) >= count || Date.now() > end) return;
      await pause(250);
    }
  });
}

const OF_EACH = `select e.stream, e.events, e.at, coalesce(f.firings, 0) as firings, coalesce(o.told, 0) as told
  from (select stream, count(*)::integer as events, max(extract(epoch from recorded_at) * 1000)::float8 as at from event where type = 'breached' and body->>'duty' = 'forward' group by 1) e
  left join (select matter_id as stream, count(*)::integer as firings from firing join obligation using (tenant_id, matter_id, ordinal) where firing.step = 'breach' and obligation.duty = 'forward' group by 1) f using (stream)
  left join (select matter_id as stream, count(*)::integer as told from outbox where template = 'breached' and content->>'rule' = 'forward' group by 1) o using (stream)
  where e.stream = any($1)`;

/** Each of them has one breach, one firing and one notice. @returns how many fired and when, by the machine's clock, the last did. */
export async function expectFiredOnce(connection: Connection, ids: readonly string[]): Promise<{ fired: number; lastAt: number }> {
  const rows = await asOwner(connection, (run) => run<{ stream: string; events: number; firings: number; told: number; at: number }>({ text: OF_EACH, values: [ids] }));
  expect(rows.filter(({ events, firings, told }) => events !== 1 || firings !== 1 || told !== 1)).toEqual([]);
  return { fired: rows.length, lastAt: Math.max(...rows.map(({ at }) => at)) };
}
