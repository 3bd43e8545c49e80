import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDemonstrations } from '../../src/capabilities/demonstration/index.ts';
import type { DrillAnswer } from '../../src/capabilities/duties/contract.ts';
import { fireWhatIsDue } from '../../src/capabilities/matters/index.ts';
import { startOutbox, type Outbox } from '../../src/capabilities/notices/index.ts';
import { packageRoot } from '../../src/platform/config/index.ts';
import { silentLog } from '../../src/platform/log/index.ts';
import { openProduct, testDatabase } from '../support/index.ts';

const base = await testDatabase(6);
const product = await openProduct(base);
const COMPANY = 'property-management';
const PASSWORD = 'try-it-out';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

beforeAll(async () => {
  await loadDemonstrations({ context: product.context, folder: join(packageRoot(), 'policies'), password: PASSWORD });
  // From here on the company's time is the machine's, as in earnest.
  await base.owner({ text: "update tenant set clock_virtual = false where slug = $1", values: [COMPANY] });
  await base.owner({ text: "update obligation set next_at = null; update recurrence set next_at = '2030-01-01'; update outbox set not_before = 'infinity'", values: [] });
  await nightDesk();
}, 180_000);

const ids = async (...usernames: string[]) => new Map((await base.owner({ text: 'select p.username, p.id, p.tenant_id from person p join tenant t on t.id = p.tenant_id where t.slug = $1 and p.username = any($2)', values: [COMPANY, usernames] }) as { username: string; id: string; tenant_id: string }[]).map((each) => [each.username, each]));

/** At night one man sits at the desk; by day another has the shift; a leader is on leave, and somebody stands in for him. */
async function nightDesk(): Promise<void> {
  const people = await ids('keeper', 'shilei', 'chenghy', 'manager');
  const { id: keeper, tenant_id: tenant } = people.get('keeper') ?? { id: '', tenant_id: '' };
  const day = people.get('shilei')?.id;
  for (const [shift, starts, ends] of [[keeper, 1260, 480], [day, 480, 1260]] as const) {
    await base.owner({ text: "insert into shift (tenant_id, id, unit_code, name, starts, ends, night, holidays) values ($1, $2, 'customer-service', '班', $3, $4, true, true)", values: [tenant, shift, starts, ends] });
    await base.owner({ text: "insert into roster_pattern (tenant_id, unit_code, weekday, person_id, shift_id) select $1, 'customer-service', d, $2, $2 from generate_series(1, 7) d", values: [tenant, shift] });
  }
  await base.owner({
    text: "insert into absence (tenant_id, id, person_id, from_at, until_at, substitute_id, entered_by, entered_at) values ($1, $2, $2, '2026-03-01T00:00:00+08:00', '2026-03-20T00:00:00+08:00', $3, $2, now())",
    values: [tenant, people.get('chenghy')?.id, people.get('manager')?.id],
  });
  await base.owner({ text: 'update tenant set directory_version = directory_version + 1 where id = $1', values: [tenant] });
}

interface Heard { readonly minute: number; readonly person: string; readonly template: string; readonly class: string }
const inOrder = (heard: readonly Heard[]): readonly string[] => [...new Set(heard.map((each) => `${String(each.minute).padStart(4, '0')} ${each.class} ${each.template} ${each.person}`))].toSorted();

/** What the drill says: who hears, at which minute, how loudly. */
async function rehearsed(query: Readonly<Record<string, string>>, as: string): Promise<{ readonly heard: readonly string[]; readonly receiver: string }> {
  const reply = await product.ask({ url: `/api/drill?${new URLSearchParams(query)}` }, as);
  expect(reply.statusCode, reply.body).toBe(200);
  const { calls, receiver } = reply.json() as DrillAnswer;
  return { receiver: receiver.name, heard: inOrder(calls.flatMap((call) => call.to.flatMap((to) => to.people.map(({ name }) => ({ minute: call.minute, person: name, template: call.template, class: call.class }))))) };
}

/** The same for real: received, and the clock goes from one thing that falls due to the next for a day, nobody acting. */
async function happened(payload: object, at: number, as: string, sender: Outbox): Promise<readonly string[]> {
  const reply = await product.ask({ method: 'POST', url: '/api/matters', payload }, as);
  expect(reply.statusCode, reply.body).toBe(201);
  await sender.settle();
  for (;;) {
    const [next] = await base.owner({ text: "select least((select min(next_at) from obligation), (select min(next_at) from notice), (select min(not_before) from outbox where sent_at is null and not_before < 'infinity')) as at", values: [] }) as { at: number | null }[];
    if (!next?.at || next.at > at + DAY) break;
    product.clock.set(Math.max(next.at, product.clock.now()));
    await fireWhatIsDue(product.context);
    await sender.settle();
  }
  const rows = await base.owner({ text: "select n.at, p.name, n.template, n.class from notice n join person p on p.tenant_id = n.tenant_id and p.id = n.person_id where n.at >= $1", values: [new Date(at)] }) as { at: number; name: string; template: string; class: string }[];
  return inOrder(rows.map((row) => ({ minute: Math.floor((row.at - at) / MINUTE), person: row.name, template: row.template, class: row.class })));
}

describe('the same emergency, once as a drill and once for real', () => {
  it.each([
    ['a grave complaint reported urgently on a Sunday night', '2026-03-08T02:00:00+08:00', 'complaint', { severity: 'major', trapped: true }, true, 'keeper'],
    ['a grave complaint by day', '2026-03-10T10:00:00+08:00', 'complaint', { severity: 'major' }, false, 'shilei'],
    ['a plain complaint by night', '2026-03-12T23:00:00+08:00', 'complaint', { severity: 'minor' }, false, 'keeper'],
  ])('tells the same people at the same minute with the same class: %s', async (_, hour, kind, facts, urgent, receiver) => {
    const at = Date.parse(hour);
    product.clock.set(at);
    const as = await product.signIn(COMPANY, receiver, PASSWORD);
    const drill = await rehearsed({ kind, at: hour, facts: JSON.stringify(facts), ...(urgent ? { urgent: 'true' } : {}) }, as);
    const sender = startOutbox({ db: base.database, clock: product.clock, live: { publish: () => undefined }, log: silentLog, mail: null, publicUrl: null });
    const real = await happened({ kind, channel: 'phone', content: '电梯困人', customer: { name: '住户', phone: '13911110009' }, facts: { content: '电梯困人', ...facts }, ...(urgent ? { urgent: true } : {}) }, at, as, sender);
    await sender.stop();
    await base.owner({ text: "update obligation set next_at = null; update notice set next_at = null", values: [] });
    expect(real.length).toBeGreaterThan(3);
    expect(drill.heard).toEqual(real);
  }, 60_000);
});
