/** An open matter that another may be a duplicate of, and what speaks for it: the same customer, the same house, or the words alone. */
export interface Candidate { readonly number: string; readonly because: 'customer' | 'house' | 'words'; /** Of the two contents, 0 to 1. */ readonly alike: number; /** Epoch ms. */ readonly receivedAt: number }

/** Where nothing but the words speaks for it, so alike they must be. */
const ALIKE = 0.35;
/** More rows nobody reads. */
const MOST = 8;
const WEIGHT: Readonly<Record<Candidate['because'], number>> = { customer: 0.3, house: 0.15, words: 0 };

/** The likeliest first: the same words weigh most, then the same customer, then his house; of equals the newest. */
export function likeliest<C extends Candidate>(candidates: readonly C[]): readonly C[] {
  const weight = (each: C): number => each.alike + WEIGHT[each.because];
  return candidates.filter((each) => each.because !== 'words' || each.alike >= ALIKE)
    .toSorted((a, b) => weight(b) - weight(a) || b.receivedAt - a.receivedAt || a.number.localeCompare(b.number)).slice(0, MOST);
}
