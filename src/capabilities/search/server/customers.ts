import { normalPhone } from '#capabilities/customers/index.ts';
import type { Meaning } from '../rules/meaning.ts';
import { termsOf } from '../rules/terms.ts';
import { patternOf, range, roomCode, roomKey, roomNumberPattern, tailKey } from './patterns.ts';
import type { Asking } from './asking.ts';
import { BY_ID, BY_KEY, BY_PHONE, BY_ROOM, BY_ROOM_NUMBER, BY_TEXT } from './statements.ts';

export interface CustomerRow { readonly id: string; readonly name: string; readonly phone: string; readonly address: string }

/** Customers by what was meant, the nearest first. @param owners - of the houses that were found, when a room was meant. */
export async function customersBy({ scope }: Asking, meaning: Meaning, owners: readonly string[]): Promise<readonly CustomerRow[]> {
  const ask = async (name: string, text: string, ...values: unknown[]): Promise<readonly CustomerRow[]> => (await scope.run<CustomerRow>({ name: `search-customer-${name}`, text, values: [scope.tenant, ...values] })).rows;
  const beginning = (start: string): Promise<readonly CustomerRow[]> => ask('key', BY_KEY, ...range(start));
  switch (meaning.is) {
    case 'nothing': case 'number': return [];
    case 'tail': return once([...await numbered(meaning.digits), ...await ask('room-number', BY_ROOM_NUMBER, termsOf(scope.tenant, meaning.digits), roomNumberPattern(meaning.digits))]);
    case 'phone': return numbered(normalPhone(meaning.digits));
    case 'room': {
      const known = await ask('id', BY_ID, owners);
      return once([...known, ...await ask('room', BY_ROOM, roomKey(roomCode(meaning)), patternOf(meaning.words))]);
    }
    case 'letters': return once([...await beginning(meaning.letters), ...await within(meaning.words)]);
    case 'words': return once([...meaning.words.length === 1 ? await beginning(meaning.words[0] ?? '') : [], ...await within(meaning.words)]);
  }

  function numbered(digits: string): Promise<readonly CustomerRow[]> {
    return ask('phone', BY_PHONE, tailKey(digits), digits);
  }

  async function within(words: readonly string[]): Promise<readonly CustomerRow[]> {
    const terms = termsOf(scope.tenant, words.join(' '));
    return terms.length === 0 ? [] : ask('text', BY_TEXT, terms, words.map(patternOf));
  }
}

/** Each only where it stands first. */
function once(rows: readonly CustomerRow[]): readonly CustomerRow[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
