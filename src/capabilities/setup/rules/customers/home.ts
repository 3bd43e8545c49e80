import type { Text } from '#engine/text.ts';
import { dayIn, notADay, partsIn } from './cells.ts';
import type { Said, Seen, Step, Who } from './plan.ts';
import { sameWho } from './seen.ts';

/** What a row brings of a home: steps, nothing new, or what is wrong. */
export interface HomePart { readonly steps: readonly Step[]; readonly why: readonly Text[] }

/** What cannot be read of a row's home. */
export function wrongOfHome(said: Said): readonly Text[] {
  const read = partsIn(said('parts'));
  return [
    dayIn(said('handedOver')) === undefined ? notADay({ zh: '交付日', en: 'The day of delivery' }, said('handedOver')) : null,
    'wrong' in read ? { zh: `保修「${read.wrong.slice(0, 30)}」看不懂，请写成：防水 2029-05-01；外窗 2026-05-01`, en: `The warranty “${read.wrong.slice(0, 30)}” cannot be read; write it like: roof 2029-05-01; windows 2026-05-01` } : null,
  ].filter((each) => each !== null);
}

/** The home a row names, with its warranties. @param owner - whose it is; null = nobody's yet */
export function homePart(row: number, said: Said, seen: Seen, owner: { readonly who: Who; readonly name: string } | null): HomePart {
  const [community, code] = [said('community').slice(0, 60), said('code').slice(0, 80)];
  const why = wrongOfHome(said);
  if (why.length > 0 || code === '') return { steps: [], why };
  const known = seen.home(community, code);
  if (known?.owner && owner && !sameWho(known.owner, owner.who)) {
    return { steps: [], why: [{ zh: `房屋「${`${community} ${code}`.trim()}」登记在「${known.ownerName}」名下`, en: `The home “${`${community} ${code}`.trim()}” is registered for “${known.ownerName}”` }] };
  }
  const values = { community, code, use: said('use').slice(0, 40), account: said('account').slice(0, 40), occupancy: said('occupancy').slice(0, 40), handedOver: dayIn(said('handedOver')) ?? null };
  const steps: Step[] = [];
  if (!known) steps.push({ is: 'house', owner: owner?.who ?? null, values });
  else if (!known.owner && owner && 'id' in known.home) steps.push({ is: 'move', home: known.home.id, owner: owner.who });
  if (steps.length === 0) return { steps, why: [] };
  seen.addHome(row, community, code, owner?.who ?? null, owner?.name ?? '');
  const read = partsIn(said('parts'));
  const parts = owner && 'parts' in read ? read.parts.map((part): Step => ({ is: 'warranty', owner: owner.who, home: known?.home ?? { row }, ...part })) : [];
  return { steps: [...steps, ...parts], why: [] };
}
