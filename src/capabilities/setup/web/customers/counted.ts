import type { CustomerCheck } from '../../contract.ts';

type Counts = CustomerCheck['counts'];

/** What a sheet would bring, as people ask it: so many new, so many there already (also those that bring a home for somebody known), so many with mistakes. */
export function inWords({ rows, new: brought, adds, same, wrong }: Counts): { readonly n: number; readonly good: number; readonly same: number; readonly adds: number; readonly wrong: number } {
  return { n: rows, good: brought - adds, same: same + adds, adds, wrong };
}
