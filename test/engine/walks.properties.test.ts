import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainObligation, holdersOf, type Decided, type MatterState, type Notice, type World } from '../../src/engine/index.ts';
import { readPolicies } from '../../src/engine/reading/index.ts';
import { openShop } from './table.ts';
import { workedExample } from './small-policy.ts';
import { shippedPolicies } from './shipped.ts';
import { BEGIN, begin, live, worldOf, type Step } from './walk.ts';

const worlds = [...shippedPolicies().map((each) => each.rules), workedExample].flatMap((text) => readPolicies({ file: 'policy.yaml', text }).flatMap(({ policy }) => (policy ? [worldOf(policy)] : [])));
const kinds = worlds.flatMap((world, index) => Object.values(world.policy.kinds).map((kind) => [`${world.policy.id} ${kind.id} (${index})`, frozen(world), kind] as const));
const step: fc.Arbitrary<Step> = fc.record({ minutes: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 4000 })), who: fc.nat(30), act: fc.nat(60), salt: fc.nat(9_999) });
const steps: fc.Arbitrary<readonly Step[]> = fc.array(step, { minLength: 1, maxLength: 40, size: 'max' });
/** Events by which people act; an approval asked for or decided is no act. */
const PEOPLES: readonly string[] = ['acted', 'recalled', 'recorded-against-rule'];
const FINAL: readonly string[] = ['met', 'met-late', 'waived'];

/** Makes every write into a value an error. Calendars hold typed arrays, which cannot be frozen. */
function frozen<T>(value: T): T {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value) || ArrayBuffer.isView(value)) return value;
  Object.freeze(value);
  for (const each of Object.values(value)) frozen(each);
  return value;
}

/** What does not hold of a decision although it must, whatever it was. */
function unsound(before: MatterState, { matter, events }: Decided): readonly string[] {
  const wrong: string[] = [];
  const must = (holds: boolean, what: string): void => { if (!holds) wrong.push(what); };
  must(events.every((event, index) => event.seq === before.seq + 1 + index) && matter.seq === before.seq + events.length, 'sequences without a gap');
  must(matter.version === before.version + events.filter((event) => event.actor.is === 'person' && PEOPLES.includes(event.type)).length, 'the version counts people’s acts');
  must(new Set(matter.obligations.map((each) => each.key)).size === matter.obligations.length, 'one obligation for each key');
  must(events.length > 0 || matter.obligations.every((now, index) => now === before.obligations[index]), 'no change without its event');
  before.obligations.forEach((was, index) => {
    const now = matter.obligations[index];
    must(now?.key === was.key, 'obligations keep their places');
    // Whoever takes his act back takes back what it met, and what it began.
    if (events.some((event) => event.type === 'recalled')) return;
    if (was.status === 'waived' || was.status === 'met') must(now === was, `${was.key}: ${was.status} stays as it is`);
    if (was.status === 'met-late') must(now === was || now?.status === 'waived', `${was.key}: met late is met late, or let off`);
    if (was.status === 'breached') must(['breached', ...FINAL].includes(now?.status ?? ''), `${was.key}: a breach is not undone`);
    if (was.breachedAt !== null) must(now?.breachedAt === was.breachedAt, `${was.key}: a breach keeps its time`);
  });
  for (const ob of matter.obligations) {
    if (ob.status === 'paused') must(ob.dueAt === null && ob.next === null, `${ob.key}: nothing runs while it is paused`);
    if (FINAL.includes(ob.status) || ob.status === 'void') must(ob.next === null, `${ob.key}: nothing follows what is over`);
    if (ob.status === 'open' && ob.dueAt !== null) must(ob.next !== null && ob.next.at <= ob.dueAt + 1, `${ob.key}: what is open will be noticed`);
  }
  return wrong;
}

/** Whoever a notice is for, as people. */
const readersOf = ({ to, except = [] }: Notice, { directory }: World): readonly string[] => {
  const not = except.flatMap((bearer) => holdersOf(bearer, directory));
  return [...new Set(to.flatMap((bearer) => holdersOf(bearer, directory)))].filter((person) => !not.includes(person));
};

/** Who hears of one decision twice, or is told of what he did himself. */
function toldTooOften({ notices, events }: Decided, world: World): readonly string[] {
  const doers = events.flatMap(({ actor }) => (actor.is === 'person' ? [actor.person] : []));
  const lighter = notices.filter(({ template }) => ['assigned', 'told', 'reminded'].includes(template)).flatMap((notice) => readersOf(notice, world).map((person) => ({ person, template: notice.template })));
  const twice = lighter.filter(({ person }, at) => lighter.findIndex((each) => each.person === person) !== at);
  return [...twice.map(({ person }) => `${person} hears it twice`), ...lighter.filter(({ person, template }) => template === 'assigned' && doers.includes(person)).map(({ person }) => `${person} did it himself`)];
}

/** Lives a life on frozen data, checking every decision; the same steps give the same decisions. */
function check(world: World, kind: World['policy']['kinds'][string], walk: readonly Step[]): void {
  const salt = walk[0]?.salt ?? 0;
  const told: unknown[] = [];
  const last = live(world, frozen(begin(world, kind, salt)), walk, (then, before, decision, what) => {
    frozen(decision);
    told.push(decision.refused ?? decision.events);
    if (decision.refused) return;
    expect([...unsound(before, decision), ...toldTooOften(decision, world)]).toEqual([]);
    if (what === 'fired') expect(decision.matter.obligations.filter((ob) => ob.next !== null && ob.next.at <= then.now)).toEqual([]);
  });
  for (const ob of last.obligations) expect(explainObligation(world, last, ob.key)?.obligation).toBe(ob);
  const again: unknown[] = [];
  const same = live(world, reordered(begin(world, kind, salt)), walk, (_then, _before, decision) => again.push(decision.refused ?? decision.events));
  expect(again).toEqual(told);
  expect(same).toEqual(last);
}

/** The same matter as a store hands it back that sorts the fields of every record its own way. */
function reordered<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reordered) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, each]) => [key, reordered(each)])) as T;
}

describe('random lawful lives', () => {
  it.each(kinds)('%s keeps its promises for any forty steps, the same steps give the same life, and nothing given is written to', (_, world, kind) => {
    fc.assert(fc.property(steps, (walk) => check(world, kind, walk)), { numRuns: 4 });
  });

  it('gets somewhere: complaints of the worked example are forwarded, judged, confirmed, suspended, resumed and waived in such lives', () => {
    const found = kinds.findLast(([name]) => name.startsWith('property-management complaint'));
    if (!found) throw new Error('no complaint');
    const done = new Set<string>();
    for (const walk of fc.sample(fc.array(step, { minLength: 40, maxLength: 40 }), { numRuns: 25, seed: 7 })) live(found[1], begin(found[1], found[2], walk[0]?.salt ?? 0), walk, (_then, _before, decision) => { if (!decision.refused) decision.matter.acts.forEach((act) => done.add(act.act)); });
    expect([...done]).toEqual(expect.arrayContaining(['forward', 'judge', 'confirm', 'suspend', 'resume', 'waive']));
  });
});

describe('due times', () => {
  it.each(['10 minutes', '24 hours', '3 days', '1 month', '5 working hours', '2 working days', 'same day', 'end of quarter + 10 working days', 'next working opening + 15 minutes', '3 night hours'])('of “%s” never lie earlier for what began later', (limit) => {
    const table = openShop({ rules: `duties:\n  it: { of: case, after: receive, who: first, do: revisit, due: ${limit}, ours: x }` });
    const dueFrom = (minute: number): number => {
      table.now = BEGIN + minute * 60_000;
      table.receive('case', 'ann', {});
      return table.one('it').dueAt ?? NaN;
    };
    const minute = fc.integer({ min: 0, max: 400 * 24 * 60 });
    fc.assert(fc.property(minute, minute, (a, b) => {
      const [first, later] = [dueFrom(Math.min(a, b)), dueFrom(Math.max(a, b))];
      expect(first).toBeLessThanOrEqual(later);
      expect(first).toBeGreaterThanOrEqual(BEGIN + Math.min(a, b) * 60_000);
    }), { numRuns: 60 });
  });
});
