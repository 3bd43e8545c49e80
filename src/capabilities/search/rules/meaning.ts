/** What somebody looks for, without having said so. */
export type Meaning =
  | { readonly is: 'nothing' }
  /** Four digits: the last of a telephone number, or a room's number by itself. */
  | { readonly is: 'tail'; readonly digits: string }
  | { readonly is: 'phone'; readonly digits: string }
  /** Building, entrance where it was said, room; and words before it, mostly a community. */
  | { readonly is: 'room'; readonly building: string; readonly entrance: string | null; readonly room: string; readonly words: string }
  | { readonly is: 'number'; readonly start: string }
  /** May be the spelling of a name; may be words as well. */
  | { readonly is: 'letters'; readonly letters: string; readonly words: readonly string[] }
  | { readonly is: 'words'; readonly words: readonly string[] };

const FEWEST_OF_A_PHONE = 7;
const MOST_OF_A_PHONE = 15;
const DASHES = /[‐‑‒–—―－~～]/gu;
const ROOM_DASHED = /^(.*?)\s*(\d{1,3})-(?:(\d{1,2})-)?(\d{2,5})$/u;
const ROOM_SPOKEN = /^(.*?)\s*(\d{1,3})\s*(?:号楼|栋|幢|座|号)\s*-?\s*(?:(\d{1,2})\s*(?:单元|门)\s*-?\s*)?(\d{2,5})\s*(?:室|房|号)?$/u;
const NUMBER = /^(?:[a-z]{1,8}-[\da-z-]*|\d{8}-\d{1,8})$/u;

/** Understands what was typed into the one field for everything. */
export function meaningOf(typed: string): Meaning {
  const text = typed.normalize('NFKC').replace(DASHES, '-').replace(/\s+/gu, ' ').trim().toLowerCase();
  if (text === '') return { is: 'nothing' };
  const digits = text.replace(/[\s()+-]/gu, '');
  if (/^\d+$/u.test(digits) && !/^\d{8}-/u.test(text)) {
    if (/^\d{4}$/u.test(text)) return { is: 'tail', digits };
    const room = roomOf(text);
    if (digits.length >= FEWEST_OF_A_PHONE && digits.length <= MOST_OF_A_PHONE && (room === null || digits.length > FEWEST_OF_A_PHONE + 1 || text.startsWith('0'))) return { is: 'phone', digits };
    if (room) return room;
  }
  if (NUMBER.test(text)) return { is: 'number', start: text };
  const room = roomOf(text);
  if (room) return room;
  const words = text.split(' ');
  return /^[a-z][a-z']*$/u.test(text) ? { is: 'letters', letters: text.replaceAll("'", ''), words } : { is: 'words', words };
}

function roomOf(text: string): Extract<Meaning, { is: 'room' }> | null {
  const found = ROOM_DASHED.exec(text) ?? ROOM_SPOKEN.exec(text);
  if (!found) return null;
  const [, words = '', building = '', entrance, room = ''] = found;
  // “2026-0007” is no room, and a word that ends in a digit is none either.
  if (/\d$/u.test(words) || /[a-z-]$/u.test(words)) return null;
  return { is: 'room', building: plain(building), entrance: entrance === undefined ? null : plain(entrance), room, words: words.trim() };
}

const ROOMS = /(?<![\d-])(\d{1,3})(?:\s*(?:号楼|栋|幢|座|号)\s*-?\s*|-)(?:(\d{1,2})(?:\s*(?:单元|门)\s*-?\s*|-))?(\d{2,5})(?![\d-])/gu;

/** The rooms that are written in an address, as building-entrance-room and, for those who leave the entrance out, as building-room. */
export function roomsIn(address: string): readonly string[] {
  const text = address.normalize('NFKC').replace(DASHES, '-');
  return [...text.matchAll(ROOMS)].flatMap(([, building = '', entrance, room = '']) =>
    (entrance === undefined ? [`${plain(building)}-${room}`] : [`${plain(building)}-${plain(entrance)}-${room}`, `${plain(building)}-${room}`]));
}

const plain = (digits: string): string => String(Number(digits));
