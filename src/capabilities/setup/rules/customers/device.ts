import type { Text } from '#engine/text.ts';
import { dayIn, notADay } from './cells.ts';
import { ownerOf } from './owner.ts';
import type { LookAtRow } from './plan.ts';
import { sameWho } from './seen.ts';

const DAYS = [['boughtOn', { zh: '购买日期', en: 'The day of purchase' }], ['installedOn', { zh: '安装日期', en: 'The day of installation' }], ['warrantyUntil', { zh: '三包到', en: 'The end of the warranty' }]] as const;

/** A device: whose it is stands in the row, or follows from its home. The same serial number is the same device. */
export const lookAtDevice: LookAtRow = (row, said, seen) => {
  const [name, model, serial] = [said('device').slice(0, 60), said('model').slice(0, 80), said('serial').slice(0, 80)];
  const shown = [name, model, serial].filter((each) => each !== '').join(' · ');
  const why: Text[] = DAYS.flatMap(([column, head]) => (dayIn(said(column)) === undefined ? [notADay(head, said(column))] : []));
  if (name === '') why.push({ zh: '没有设备名称', en: 'The name of the device is missing' });
  const home = said('code') === '' ? undefined : seen.home(said('community'), said('code'));
  if (said('code') !== '' && !home) why.push({ zh: `没有房屋「${`${said('community')} ${said('code')}`.trim()}」，请先导入房屋`, en: `There is no home “${`${said('community')} ${said('code')}`.trim()}”; import homes first` });
  const named = ownerOf(said, seen);
  if ('why' in named) why.push(named.why);
  const owner = 'why' in named ? null : (named.who ?? home?.owner ?? null);
  if (!('why' in named) && owner === null && why.length === 0) why.push({ zh: '没有写是谁的：请写客户姓名、电话或房号', en: 'Whose it is is missing: write a name, a phone or a home' });
  if (owner !== null && home?.owner && !sameWho(owner, home.owner)) why.push({ zh: `这套房屋登记在「${home.ownerName}」名下`, en: `This home is registered for “${home.ownerName}”` });
  if (why.length > 0 || owner === null) return { row, shown, is: 'wrong', why };
  if (seen.hasDevice(serial, owner, name, model)) return { row, shown, is: 'same', why: [{ zh: '已经在系统里', en: 'It is there already' }] };
  seen.addDevice(serial, owner, name, model);
  const days = Object.fromEntries(DAYS.map(([column]) => [column, dayIn(said(column)) ?? null]));
  return { row, shown, is: 'new', steps: [{ is: 'device', owner, home: home && 'id' in home.home ? home.home.id : null, values: { name, model, serial, software: said('software').slice(0, 40), ...days } }] };
};
