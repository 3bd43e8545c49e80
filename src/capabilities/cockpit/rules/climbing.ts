/** A matter as far as it can be part of something that climbs. */
export interface Received { readonly id: string; readonly at: number; readonly place: string; readonly phone: string; readonly severity: string | null; readonly words: string }
export type ClimbingKind = 'house' | 'building' | 'phone' | 'severity' | 'word';
/** `usual` = a week's share of the weeks before. */
export interface Climbing { readonly is: ClimbingKind; readonly key: string; readonly recent: number; readonly usual: number; readonly ids: readonly string[] }

const WEEK = 7 * 86_400_000;
const WEEKS_BEFORE = 4;
/** So many in a week are worth a look; of one home or number two are. */
const ENOUGH: Readonly<Record<ClimbingKind, number>> = { house: 2, building: 3, phone: 2, severity: 3, word: 3 };
/** And so many times what is usual. */
const STEEP = 2;
const SHOWN = 8;

/**
 * Places, telephone numbers, severities and words that came more often in the seven days before `now` than in a week of the four weeks
 * before those, steepest first. What is received earlier does not count. @param all - everything received in the five weeks.
 * @param past - how people speak here: the words of what was received in a longer time before, and of the policies. What many of them have is no sign.
 * @param own - what the company calls itself: everybody who writes to it says that.
 */
export function climbing(all: readonly Received[], now: number, past: readonly string[] = [], own = ''): readonly Climbing[] {
  const lately = (each: Received): boolean => each.at > now - WEEK;
  const window = all.filter((each) => each.at <= now && each.at > now - (WEEKS_BEFORE + 1) * WEEK);
  const groups = new Map<string, { is: ClimbingKind; key: string; ids: string[]; before: number }>();
  for (const each of window) {
    for (const { is, key } of keysOf(each)) {
      const name = `${is}/${key}`;
      const group = groups.get(name) ?? { is, key, ids: [], before: 0 };
      if (lately(each)) group.ids.push(each.id); else group.before++;
      groups.set(name, group);
    }
  }
  const found = [...groups.values()].map(({ is, key, ids, before }) => ({ is, key, ids, recent: ids.length, usual: before / WEEKS_BEFORE }))
    .filter(({ is, recent, usual }) => recent >= ENOUGH[is] && recent > STEEP * usual);
  const rising = unusual(found, window.filter(lately).length, [...past, ...window.filter((each) => !lately(each)).map((each) => each.words)]).filter(({ is, key }) => is !== 'word' || !own.includes(key));
  return longest(rising).sort((a, b) => (b.recent - b.usual) - (a.recent - a.usual) || (a.key < b.key ? -1 : 1)).slice(0, SHOWN);
}

/** Words that a larger share of the matters has now than of those before. Where more matters come, every common word comes more often; that is no sign. */
function unusual(found: readonly Climbing[], lately: number, before: readonly string[]): readonly Climbing[] {
  return found.filter(({ is, key, recent }) => is !== 'word' || recent / lately > STEEP * (before.filter((words) => words.includes(key)).length / Math.max(1, before.length)));
}

/** The building of a room: `3-2-1201` stands in 3-2. Null where a place has no such parts. */
export function buildingOf(place: string): string | null {
  const parts = place.trim().split('-');
  return parts.length > 1 && parts.every((part) => part !== '') ? parts.slice(0, -1).join('-') : null;
}

function keysOf({ place, phone, severity, words }: Received): readonly { readonly is: ClimbingKind; readonly key: string }[] {
  const building = buildingOf(place);
  return [
    ...(place.trim() === '' ? [] : [{ is: 'house' as const, key: place.trim() }]), ...(building === null ? [] : [{ is: 'building' as const, key: building }]),
    ...(phone === '' ? [] : [{ is: 'phone' as const, key: phone }]), ...(severity === null ? [] : [{ is: 'severity' as const, key: severity }]),
    ...[...wordsOf(words)].map((key) => ({ is: 'word' as const, key })),
  ];
}

/** Signs that begin or end no word of a subject. */
const WEAK = /[的了吗呢吧啊呀么我你他她它们是在有和与及就都也还又被把给让到从对向很太不没无这那哪个些一二三四五六七八九十次天说要]/u;
const LONGEST_WORD = 4;

/** Runs of two to four Chinese characters: what a text may be about. */
export function wordsOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const run of text.match(/\p{Script=Han}+/gu) ?? []) {
    for (let from = 0; from < run.length; from++) {
      for (let length = 2; length <= LONGEST_WORD && from + length <= run.length; length++) {
        const word = run.slice(from, from + length);
        if (!WEAK.test(word)) found.add(word);
      }
    }
  }
  return found;
}

/** Of words that stand for the same matters the longest only; of a house, its building and its telephone the house only. */
function longest(found: readonly Climbing[]): Climbing[] {
  const same = (left: Climbing, right: Climbing): boolean => left.recent === right.recent && left.ids.every((id) => right.ids.includes(id));
  return found.filter((one) => !found.some((other) => other !== one && covers(other, one) && same(one, other)));
}

function covers(other: Climbing, one: Climbing): boolean {
  if (one.is === 'word') return other.is === 'word' && other.key.length > one.key.length && other.key.includes(one.key);
  return (one.is === 'building' || one.is === 'phone') && other.is === 'house';
}
