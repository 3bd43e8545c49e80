import { normalPhone, wrongPhone } from '#capabilities/customers/contract.ts';
import type { Text } from '#engine/text.ts';
import { cellText, wrongName } from '../texts.ts';
import { lookAtDevice } from './device.ts';
import { homePart, wrongOfHome } from './home.ts';
import { isYes } from './cells.ts';
import { ownerOf } from './owner.ts';
import type { CustomerMapping, CustomerSheetName, Ground, Lines, Looked, LookAtRow, Seen, Step, Who } from './plan.ts';
import { openSeen } from './seen.ts';

const THERE: Text = { zh: '已经在系统里', en: 'It is there already' };
const LONGEST = { name: 120, address: 200 } as const;

/** Looks at every row of a sheet and says what it brings, that it is there already, or all that is wrong with it. Nothing is overwritten by a sheet. */
export function lookAtRows(sheet: CustomerSheetName, { rows }: Lines, mapping: CustomerMapping, ground: Ground): readonly Looked[] {
  const seen = openSeen(ground);
  const look = { customers: lookAtCustomer, houses: lookAtHouse, devices: lookAtDevice }[sheet];
  return rows.map(({ row, cells }) => look(row, (column) => (mapping[column] === null || mapping[column] === undefined ? '' : cellText(cells[mapping[column]])), seen));
}

/** A household: whoever has this name and number (or this name and address) is there already, and may still bring a home. */
const lookAtCustomer: LookAtRow = (row, said, seen) => {
  const [name, address] = [said('name').slice(0, LONGEST.name), (said('address') || said('code')).slice(0, LONGEST.address)];
  const phone = normalPhone(said('phone'));
  const shown = [name, said('phone'), said('code') || said('address')].filter((each) => each !== '').join(' · ');
  const wrong = [wrongName(name), wrongPhone(said('phone')), phone === '' && address === '' ? { zh: '电话和地址（或房号）至少要有一项', en: 'A phone or an address (or a home) is needed' } : null, ...wrongOfHome(said)].filter((each) => each !== null);
  if (wrong.length > 0) return { row, shown, is: 'wrong', why: wrong };
  const before = seen.customersWith(phone, name).find((each) => phone !== '' || each.address === address)
    ?? unnumbered(seen, phone, name, address);
  const who: Who = before ?? { row };
  const home = homePart(row, said, seen, { who, name });
  if (home.why.length > 0) return { row, shown, is: 'wrong', why: home.why };
  const steps: Step[] = before ? [...home.steps] : [{ is: 'customer', name, phone, address, project: said('community').slice(0, 60), key: isYes(said('key')) }, ...home.steps];
  if (!before) seen.addCustomer(row, { name, phone, address });
  return steps.length > 0 ? { row, shown, is: 'new', steps } : { row, shown, is: 'same', why: [THERE] };
};

/** Somebody known at this address without a number: the sheet's number makes no second file of him. */
function unnumbered(seen: Seen, phone: string, name: string, address: string): ReturnType<Seen['customersWith']>[number] | undefined {
  return phone === '' || address === '' ? undefined : seen.customersWith('', name).find((each) => each.phone === '' && each.address === address);
}

const lookAtHouse: LookAtRow = (row, said, seen) => {
  const shown = [said('community'), said('code'), said('name')].filter((each) => each !== '').join(' · ');
  if (said('code') === '') return { row, shown, is: 'wrong', why: [{ zh: '没有房号', en: 'The number of the home is missing' }] };
  const owner = ownerOf(said, seen);
  if ('why' in owner) return { row, shown, is: 'wrong', why: [owner.why] };
  const home = homePart(row, said, seen, owner.who ? { who: owner.who, name: owner.name } : null);
  if (home.why.length > 0) return { row, shown, is: 'wrong', why: home.why };
  return home.steps.length > 0 ? { row, shown, is: 'new', steps: home.steps } : { row, shown, is: 'same', why: [THERE] };
};
