import type { Text } from '#engine/text.ts';

/** Units and positions by code and by the title people know them by. */
export interface Place {
  readonly units: readonly { readonly code: string; readonly title: string }[];
  readonly positions: readonly { readonly code: string; readonly title: string; readonly unit: string | null; readonly inEveryUnit: boolean }[];
}

const same = (a: string, b: string): boolean => a.normalize('NFKC').trim().toLowerCase() === b.normalize('NFKC').trim().toLowerCase();
const named = <T extends { readonly code: string; readonly title: string }>(all: readonly T[], said: string): T | undefined => all.find((each) => same(each.title, said)) ?? all.find((each) => same(each.code, said));

/** Reads positions (several with 、 or ; between) and the unit of one row. A position that exists in every unit needs one. */
export function positionsIn(place: Place, positions: string, unit: string): { readonly held: readonly { readonly position: string; readonly unit: string | null }[]; readonly unit: string | null; readonly why: readonly Text[] } {
  const why: Text[] = [];
  const at = unit === '' ? undefined : named(place.units, unit);
  if (unit !== '' && !at) why.push({ zh: `没有部门「${unit}」，制度里有：${titles(place.units, '、')}`, en: `There is no unit “${unit}”; the policy has: ${titles(place.units, ', ')}` });
  const held: { position: string; unit: string | null }[] = [];
  for (const said of positions.split(/[、,，;；/\n]/).map((each) => each.trim()).filter((each) => each !== '')) {
    const position = named(place.positions, said);
    if (!position) why.push({ zh: `没有岗位「${said}」，制度里有：${titles(place.positions, '、')}`, en: `There is no position “${said}”; the policy has: ${titles(place.positions, ', ')}` });
    else if (position.inEveryUnit && unit === '') why.push({ zh: `岗位「${position.title}」每个部门都有，请写明部门`, en: `The position “${position.title}” exists in every unit; name the unit` });
    else if (!held.some((each) => each.position === position.code)) held.push({ position: position.code, unit: position.inEveryUnit ? (at?.code ?? null) : null });
  }
  return { held, unit: at?.code ?? null, why };
}

/** A few are enough to recognise what is meant. */
const SHOWN = 8;
const titles = (all: readonly { readonly title: string }[], between: string): string => all.slice(0, SHOWN).map(({ title }) => title).join(between) + (all.length > SHOWN ? '…' : '');
