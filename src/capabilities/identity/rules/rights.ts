import { RIGHTS, type Right } from '../contract.ts';

/** What comes with the office of administrator. Working on matters does not: that takes a position. */
const OF_ADMINISTRATORS: readonly Right[] = ['administer', 'audit', 'read-policy'];

/**
 * What a person may do: what his positions carry, all together, and what the office of administrator adds.
 * @param carried - the rights of all his positions; words that are no right of ours count for nothing.
 * @returns each right once, in the order of RIGHTS.
 */
export function rightsOf(carried: readonly string[], administrator: boolean): Right[] {
  return RIGHTS.filter((right) => carried.includes(right) || (administrator && OF_ADMINISTRATORS.includes(right)));
}
