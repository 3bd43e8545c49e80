import { pinyin } from 'pinyin-pro';
import { plainText } from '../rules/terms.ts';

/** Longer names are spelled by their beginning. */
const LONGEST = 12;
/** A name of many readings is known by so many of them. */
const READINGS = 8;

/** What a name is found by the beginning of: itself, its initials (`wxm`) and its syllables (`wangxiaoming`), in every reading (单: dan, shan, chan). */
export function keysOfName(name: string): readonly string[] {
  const plain = plainText(name);
  const characters = [...plain].slice(0, LONGEST);
  const syllables = characters.map((character) => (/\p{Script=Han}/u.test(character) ? readingsOf(character) : /[a-z0-9]/u.test(character) ? [character] : []));
  const said = syllables.filter((readings) => readings.length > 0);
  const initials = joined(said.map((readings) => [...new Set(readings.map((reading) => reading.slice(0, 1)))]));
  return [...new Set([plain, ...initials, ...joined(said)])].filter((key) => key !== '');
}

/** All readings of a character, the usual one first; none for a character nobody can read. */
function readingsOf(character: string): readonly string[] {
  const readings = pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true });
  return [...new Set(readings)].filter((reading) => /^[a-z]+$/u.test(reading));
}

/** Every way through the alternatives, up to a number; the usual reading of each comes first. */
function joined(alternatives: readonly (readonly string[])[]): readonly string[] {
  let ways: readonly string[] = alternatives.length > 0 ? [''] : [];
  for (const readings of alternatives) {
    ways = readings.flatMap((reading) => ways.map((way) => way + reading)).slice(0, READINGS);
  }
  return ways;
}
