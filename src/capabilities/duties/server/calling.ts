import { holdersOf, isAbsent, titleOfBearer, type Bearer, type World } from '#engine';
import { onDutyAt, receiversOf, type AlarmDuty } from '#capabilities/organisation/index.ts';
import { awayOf, type Heard, type Hearer, type Surroundings } from '#capabilities/matters/index.ts';
import type { CalledPerson, DrillAnswer } from '../contract.ts';

type Called = DrillAnswer['owed'][number]['to'][number];
/** Puts people to bearers at an instant; remembers what nobody holds. */
export interface Calling {
  /** Everybody who bears it, whoever stands in for somebody on leave included. */
  of(bearer: Bearer, at: number): Called;
  /** Those who hear of a notice, under what makes it theirs. */
  heard(heard: Heard): Called[];
  readonly vacant: ReadonlySet<string>;
}

/** @param overseeing - positions that hear what would reach nobody. @param duty - rosters of the days looked at. */
export function calling(around: Surroundings, world: World, overseeing: readonly string[], duty: AlarmDuty): Calling {
  const { directory, names } = around.company;
  const vacant = new Set<string>();
  const rostered = new Set(duty.rosters.flatMap((roster) => [...roster.pattern, ...roster.days].map((each) => each.person)));
  const titled = (bearer: Bearer): string => titleOfBearer(world.policy, bearer, (person) => names.get(person));
  const personOf = ({ person, standsFor, outside }: Hearer, at: number): CalledPerson => {
    const away = directory.absences?.some((each) => each.person === person && isAbsent(each, at)) ?? false;
    const onDuty = duty.rosters.some((roster) => onDutyAt(roster, at).some((each) => each.person === person));
    const state = away ? 'away' : onDuty ? 'on-duty' : rostered.has(person) ? 'off-duty' : 'here';
    return { person, name: names.get(person) ?? '—', state, standsFor: standsFor === null ? null : (names.get(standsFor) ?? '—'), rung: outside };
  };
  const group = (title: string, hearers: readonly Hearer[], at: number): Called => ({ title, people: hearers.map((each) => personOf(each, at)).toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)) });
  return {
    vacant,
    of(bearer, at) {
      const own = holdersOf(bearer, directory);
      if (own.length === 0) vacant.add(titled(bearer));
      const substitutes = (directory.absences ?? []).filter((each) => own.includes(each.person) && isAbsent(each, at) && each.only === null && each.by !== null && !own.includes(each.by));
      const away = awayOf([...own, ...substitutes.flatMap((each) => each.by ?? [])], { directory, now: at, matter: '' });
      const rung = receiversOf(duty, own.filter((person) => !away.has(person)), at);
      return group(titled(bearer), [...own.map((person) => ({ person, standsFor: null, outside: rung.includes(person) })), ...substitutes.flatMap(({ by, person }) => (by === null ? [] : [{ person: by, standsFor: person, outside: true }]))], at);
    },
    heard({ at, notice, told }) {
      const left = new Map(told.hearers.map((each) => [each.person, each]));
      const groups = ([...notice.to, ...(told.movedUp ? overseeing.map((position) => ({ position })) : [])] satisfies Bearer[]).map((bearer: Bearer): Called => {
        const own = holdersOf(bearer, directory);
        const hearers = [...left.values()].filter(({ person, standsFor }) => own.includes(standsFor ?? person) || (standsFor !== null && standsFor === bearer.person));
        for (const { person } of hearers) left.delete(person);
        if (own.length === 0) vacant.add(titled(bearer));
        return group(titled(bearer), hearers, at);
      });
      const named = groups.filter(({ title, people }, place) => people.length > 0 || (vacant.has(title) && groups.findIndex((each) => each.title === title) === place));
      return left.size === 0 ? named : [...named, group('', [...left.values()], at)];
    },
  };
}

const ORDER: readonly CalledPerson['state'][] = ['on-duty', 'here', 'off-duty', 'away'];
