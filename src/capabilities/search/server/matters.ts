import type { MatterColumns } from '#capabilities/matters/index.ts';
import type { Meaning } from '../rules/meaning.ts';
import { termsOf } from '../rules/terms.ts';
import { patternOf, range } from './patterns.ts';
import type { Asking } from './asking.ts';
import { MATTERS_BY_CONTENT, MATTERS_BY_KEY, MATTERS_BY_TEXT, MATTERS_OF } from './statements.ts';

export interface FoundMatterRow extends MatterColumns { readonly customer_id: string | null }

/** Matters by what was meant, the newest first. @param customers - those that were found: their matters are meant too. @param open - whether names and places may be looked for; else numbers and contents only */
export async function mattersBy({ scope, hidden }: Asking, meaning: Meaning, customers: readonly string[], open: boolean): Promise<readonly FoundMatterRow[]> {
  const ask = async (name: string, text: string, ...values: unknown[]): Promise<readonly FoundMatterRow[]> => (await scope.run<FoundMatterRow>({ name: `search-matter-${name}`, text, values: [scope.tenant, ...values] })).rows;
  const ofCustomers = customers.length === 0 ? [] : await ask('of', MATTERS_OF, customers, hidden);
  switch (meaning.is) {
    case 'nothing': return [];
    case 'tail': case 'phone': case 'room': return ofCustomers;
    case 'number': return ask('key', MATTERS_BY_KEY, ...range(meaning.start), hidden);
    case 'letters': case 'words': {
      const terms = termsOf(scope.tenant, meaning.words.join(' '));
      const said = terms.length === 0 ? [] : await ask(open ? 'text' : 'content', open ? MATTERS_BY_TEXT : MATTERS_BY_CONTENT, terms, meaning.words.map(patternOf), hidden);
      const rows = [...new Map([...said, ...ofCustomers].map((row) => [row.id, row])).values()];
      return rows.sort((a, b) => b.received_at - a.received_at);
    }
  }
}
