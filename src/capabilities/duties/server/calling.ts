import { holdersOf, isAbsent, substituteOf, titleOfBearer, type Bearer, type World } from '#engine';
import { onDutyAt, type Roster } from '#capabilities/organisation/index.ts';
import type { Surroundings } from '#capabilities/matters/index.ts';
import type { CalledPerson, DrillAnswer } from '../contract.ts';

type Called = DrillAnswer['owed'][number]['to'][number];
/** Who is called for a bearer at an instant; remembers what nobody holds. */
export interface Calling { of(bearer: Bearer, at: number): Called; readonly vacant: ReadonlySet<string> }

/** Finds people for bearers: the holders of a position, those on duty first; for somebody on leave whoever stands in for him. */
export function calling(around: Surroundings, world: World, rosters: ReadonlyMap<string, Roster>): Calling {
  const { directory, names } = around.company;
  const vacant = new Set<string>();
  const rostered = new Set([...rosters.values()].flatMap((roster) => [...roster.pattern, ...roster.days].map((each) => each.person)));
  const personOf = (person: string, at: number, onDuty: ReadonlySet<string>): CalledPerson => {
    const name = names.get(person) ?? '—';
    const away = directory.absences?.some((each) => each.person === person && isAbsent(each, at)) ?? false;
    const by = away ? substituteOf({ directory, now: at }, person, '') : null;
    const state = away ? 'away' : onDuty.has(person) ? 'on-duty' : rostered.has(person) ? 'off-duty' : 'here';
    return { name, state, standsIn: by === null ? null : (names.get(by) ?? '—') };
  };
  return {
    vacant,
    of(bearer, at) {
      const title = titleOfBearer(world.policy, bearer, (person) => names.get(person));
      const onDuty = new Set([...rosters.values()].flatMap((roster) => onDutyAt(roster, at)).map((each) => each.person));
      const people = holdersOf(bearer, directory).map((person) => personOf(person, at, onDuty));
      if (people.length === 0) vacant.add(title);
      return { title, people: people.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)) };
    },
  };
}

const ORDER: readonly CalledPerson['state'][] = ['on-duty', 'here', 'off-duty', 'away'];
