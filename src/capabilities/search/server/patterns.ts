import type { Meaning } from '../rules/meaning.ts';

type Room = Extract<Meaning, { is: 'room' }>;

/** The pattern of a text that has these words in it. */
export const patternOf = (words: string): string => `%${words.replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`)}%`;

/** All that begins so, byte by byte: from, and below what. */
export const range = (start: string): readonly [string, string] => [start, `${start}\u{10ffff}`];

/** A room as it is mostly written down. */
export const roomCode = ({ building, entrance, room }: Room): string => [building, entrance, room].filter((part) => part !== null).join('-');

/** Under which key a customer is found by his room; no name begins so. */
export const roomKey = (code: string): string => `@${code}`;

/** So many digits of a telephone number are enough to look for. */
export const TAIL = 4;
/** Under which key a customer is found by the end of his number. */
export const tailKey = (phone: string): string => `#${phone.slice(-TAIL)}`;

/** How the code of a house in this building may begin. */
export const buildingStarts = ({ building }: Room): readonly string[] => ['-', '号', '栋', '幢', '座'].map((sign) => `${building}${sign}`);

/** A room however it is written: `3-2-1201`, `3栋2单元1201`; an entrance nobody said may be any. */
export function roomPattern({ building, entrance, room }: Room): string {
  const between = entrance === null ? '([^0-9]+[0-9]{1,2})?' : `[^0-9]+0*${entrance}`;
  return `(^|[^0-9])0*${building}${between}[^0-9]+${room}([^0-9]|$)`;
}

/** An address in which this number stands by itself: 1201 is in `3-2-1201` and `3栋1201室`, not in `3-2-11201`. */
export const roomNumberPattern = (number: string): string => `(^|[^0-9])${number}([^0-9]|$)`;
