import { call, type Choice } from '#ui/index.ts';
import { colleaguesAnswer, positionsAnswer, unitsAnswer } from '../contract.ts';

/** The company's units, as a form offers them. */
export const readUnits = (): Promise<Choice[]> =>
  call({ path: '/api/units', schema: unitsAnswer }).then(({ items }) => items.map((unit) => ({ id: unit.code, title: unit.name })));

/** The positions the policies in force know. */
export const readPositions = (): Promise<Choice[]> =>
  call({ path: '/api/positions', schema: positionsAnswer }).then(({ items }) => items.map((position) => ({ id: position.code, title: position.title })));

/** Colleagues whose name contains what was typed. */
export const findColleagues = (search: string, limit = 30): Promise<Choice[]> =>
  call({ path: '/api/colleagues', query: { search: search.trim(), limit }, schema: colleaguesAnswer }).then(({ items }) => items.map((one) => ({ id: one.id, title: one.name })));
