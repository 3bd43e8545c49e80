import type { Text } from '#engine/text.ts';
import type { Instant } from '#engine/instant.ts';

/** A leave as far as standing in is concerned: from, until (null = for good), and everybody who stands in. */
export interface Leave { readonly person: string; readonly from: Instant; readonly until: Instant | null; readonly substitutes: readonly string[] }

/** Whether two leaves have an instant in common; one that was ended before it began lasts no time at all. */
export function overlap(left: Pick<Leave, 'from' | 'until'>, right: Pick<Leave, 'from' | 'until'>): boolean {
  const lasts = (each: Pick<Leave, 'from' | 'until'>): boolean => each.until === null || each.from < each.until;
  return lasts(left) && lasts(right) && left.from < (right.until ?? Infinity) && right.from < (left.until ?? Infinity);
}

/**
 * Why a leave cannot be entered beside those there are. Nobody stands in while he is away himself, and nobody goes away while
 * he stands in for somebody: so there are neither chains nor circles.
 * @returns null when it can.
 */
export function wrongLeave(leave: Leave, others: readonly Leave[], name: (person: string) => string): Text | null {
  if (leave.until !== null && leave.until <= leave.from) return { zh: '结束时间要晚于开始时间。', en: 'It must end after it begins.' };
  if (leave.substitutes.includes(leave.person)) return { zh: '不能由本人代自己，请另选一位同事。', en: 'Nobody can stand in for himself. Please choose a colleague.' };
  const meanwhile = others.filter((each) => overlap(each, leave));
  if (meanwhile.some((each) => each.person === leave.person)) return { zh: '这段时间已经登记过请假。请先提前结束原来的一条。', en: 'Leave is already entered for this time. End that one first.' };
  // A leaver's successor must be here now; whatever holidays he has planned do not matter.
  const away = meanwhile.find((each) => leave.substitutes.includes(each.person) && (leave.until !== null || each.from <= leave.from));
  if (away) return { zh: `${name(away.person)}这段时间自己也不在，请另选一位同事。`, en: `${name(away.person)} is away at that time, too. Please choose somebody else.` };
  // Whoever looks after what a leaver left behind may go on leave himself; else he never could again.
  const standing = meanwhile.find((each) => each.until !== null && each.substitutes.includes(leave.person));
  if (standing) return { zh: `这段时间您正在代${name(standing.person)}。请先给这一位换人代理，再登记请假。`, en: `At that time you stand in for ${name(standing.person)}. Let somebody else do that first.` };
  return null;
}

interface Colleague { readonly person: string; readonly unit: string | null; readonly positions: readonly { readonly position: string; readonly unit: string | null }[] }

/**
 * Who might stand in, best first: the same position in the same unit, the same position, the same unit. Whoever is away then, or is
 * shut out, is not proposed.
 */
export function proposedSubstitutes(absent: Colleague, people: readonly Colleague[], shut: ReadonlySet<string>): readonly string[] {
  const held = new Set(absent.positions.map((each) => each.position));
  const rank = (each: Colleague): number => {
    const position = each.positions.some((one) => held.has(one.position));
    const unit = absent.unit !== null && each.unit === absent.unit;
    return position && unit ? 3 : position ? 2 : unit ? 1 : 0;
  };
  return people.filter((each) => each.person !== absent.person && !shut.has(each.person) && rank(each) > 0)
    .toSorted((left, right) => rank(right) - rank(left)).map((each) => each.person);
}
