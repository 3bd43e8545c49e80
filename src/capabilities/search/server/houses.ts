import type { Meaning } from '../rules/meaning.ts';
import { buildingStarts, patternOf, range, roomPattern } from './patterns.ts';
import type { Asking } from './asking.ts';
import { keysOfName } from './spelling.ts';
import { COMMUNITIES, HOUSES_BY_ROOM, HOUSES_IN, HOUSES_OF } from './statements.ts';

export interface HouseRow { readonly id: string; readonly title: string; readonly customer_id: string | null; readonly name: string | null }

/** Houses by room, by the name of their community (or its spelling), or of the customers that were found. */
export async function housesBy({ scope }: Asking, meaning: Meaning | { readonly is: 'of'; readonly customers: readonly string[] }): Promise<readonly HouseRow[]> {
  const ask = async (name: string, text: string, ...values: unknown[]): Promise<readonly HouseRow[]> => (await scope.run<HouseRow>({ name: `search-house-${name}`, text, values: [scope.tenant, ...values] })).rows;
  switch (meaning.is) {
    case 'nothing': case 'tail': case 'phone': case 'number': return [];
    case 'of': return ask('of', HOUSES_OF, meaning.customers);
    case 'room': {
      const starts = buildingStarts(meaning).map(range);
      return ask('room', HOUSES_BY_ROOM, starts.map(([low]) => low), starts.map(([, high]) => high), roomPattern(meaning), patternOf(meaning.words));
    }
    case 'letters': return inCommunities((community) => keysOfName(community).some((key) => key.startsWith(meaning.letters)), []);
    case 'words': {
      const [first = '', ...more] = meaning.words;
      return inCommunities((community) => community.toLowerCase().includes(first), more);
    }
  }

  async function inCommunities(meant: (community: string) => boolean, codes: readonly string[]): Promise<readonly HouseRow[]> {
    const { rows } = await scope.run<{ community: string }>({ name: 'search-communities', text: COMMUNITIES, values: [scope.tenant] });
    const communities = rows.map((row) => row.community).filter(meant);
    return communities.length === 0 ? [] : ask('in', HOUSES_IN, communities, codes.length === 0 ? ['%'] : codes.map(patternOf));
  }
}
