import { fireDue, type Decided, type Instant, type MatterState, type Notice, type World } from '#engine';
import { climbsTo, hasLadder } from './above.ts';
import { AGAIN_AFTER } from './again.ts';
import { stillOwed } from './owed.ts';
import { toldOf, type Around, type Told, type ToTell } from './told.ts';

/** Something somebody hears, when, and of which matter. */
export interface Heard { readonly at: Instant; readonly notice: ToTell; readonly matter: MatterState; readonly told: Told }
/** What is needed to find people at an instant. */
export type AroundAt = (at: Instant) => Omit<Around, 'directory' | 'now'>;

/** Far more steps than any ladder has: whoever wrote a policy that goes round in circles gets an end all the same. */
const MOST_STEPS = 300;

/** An alarm that somebody was told and nobody has taken; `alarm` is what happened, for all who were told of it. */
interface Sounding { readonly climbsAt: Instant; readonly live: number; readonly alarm: string; readonly notice: ToTell; readonly person: string }
interface Rehearsal { readonly world: World; readonly aroundAt: AroundAt; readonly lives: MatterState[]; readonly heard: Heard[]; readonly alarmed: Map<string, Set<string>>; sounding: Sounding[] }

/**
 * What is heard of matters in the time after they were received, if nobody acts: step by step, each at its own minute, by the very
 * rule by which people are told, the climbing of alarms included.
 * @param received - the matter, and what was opened below it. @param until - the instant up to which it is looked ahead
 */
export function rehearse(world: World, received: readonly Decided[], until: Instant, aroundAt: AroundAt): readonly Heard[] {
  const rehearsal: Rehearsal = { world, aroundAt, lives: received.map(({ matter }) => matter), heard: [], alarmed: new Map(), sounding: [] };
  received.forEach((each, live) => tellAll(rehearsal, live, each, world.now));
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = earliest(rehearsal);
    if (next === null || next > until) break;
    rehearsal.lives.forEach((matter, live) => {
      const { decision, fired } = fireDue({ ...world, now: next }, matter);
      if (fired.length === 0) return;
      rehearsal.lives[live] = decision.matter;
      tellAll(rehearsal, live, decision, next);
    });
    climb(rehearsal, next);
  }
  return rehearsal.heard;
}

function tellAll(rehearsal: Rehearsal, live: number, decision: Decided, now: Instant): void {
  const change = decision.events[0]?.seq;
  for (const notice of decision.notices) tell(rehearsal, { live, notice: { ...notice, change }, alarm: `${live}/${change ?? notice.seq}` }, breachOf(decision, notice) ?? now);
}

function tell({ world, aroundAt, lives, heard, alarmed, sounding }: Rehearsal, { live, notice, alarm }: Pick<Sounding, 'live' | 'notice' | 'alarm'>, at: Instant): void {
  const matter = lives[live];
  if (!matter || notice.to.length === 0) return;
  const told = toldOf(notice, { world: { ...world, now: at }, state: matter }, { directory: world.directory, now: at, ...aroundAt(at) });
  heard.push({ at, notice, matter, told });
  if (told.class !== 'alarm') return;
  const people = told.hearers.map(({ person }) => person);
  alarmed.set(alarm, new Set([...(alarmed.get(alarm) ?? []), ...people]));
  sounding.push(...people.map((person) => ({ climbsAt: at + AGAIN_AFTER, live, alarm, notice, person })));
}

/** An alarm nobody took goes to the next above, once for each level. */
function climb(rehearsal: Rehearsal, now: Instant): void {
  const { world, lives, alarmed } = rehearsal;
  const due = rehearsal.sounding.filter((each) => each.climbsAt <= now);
  rehearsal.sounding = rehearsal.sounding.filter((each) => each.climbsAt > now);
  const climbed = new Set<string>();
  for (const { live, alarm, notice, person } of due) {
    const matter = lives[live];
    const level = (notice.climbed ?? 0) + 1;
    if (!matter || climbed.has(`${alarm}/${level}`) || hasLadder(world.policy, matter, notice.obligation) || !stillOwed({ ...world, now }, matter, notice, person)) continue;
    const above = climbsTo(world.policy, world.directory, [...(alarmed.get(alarm) ?? [])]);
    if (!above) continue;
    climbed.add(`${alarm}/${level}`);
    tell(rehearsal, { live, alarm, notice: { ...notice, to: above.to, climbed: level } }, now);
  }
}

function earliest({ lives, sounding }: Rehearsal): Instant | null {
  const times = [...lives.flatMap(({ obligations }) => obligations.flatMap((ob) => (ob.next ? [ob.next.at] : []))), ...sounding.map((each) => each.climbsAt)];
  return times.length === 0 ? null : Math.min(...times);
}

/** A breach is written a moment later than the instant it belongs to. */
function breachOf({ matter }: Decided, { template, obligation }: Notice): Instant | null {
  return template === 'breached' ? (matter.obligations.find((ob) => ob.key === obligation)?.breachedAt ?? null) : null;
}
