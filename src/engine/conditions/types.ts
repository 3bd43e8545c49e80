import type { FactType } from '../policy.ts';

/** What an expression stands for. `figure` is a number written in the condition: it compares with numbers and with money. */
export type ConditionType =
  | { readonly is: 'bool' | 'figure' | 'number' | 'money' | 'duration' | 'instant' | 'date' | 'text' | 'bearer' | 'person' | 'people' | 'file' | 'part' | 'anything' }
  | { readonly is: 'one' | 'many'; readonly values: readonly string[] }
  | { readonly is: 'record'; readonly fields: Fields }
  /** A check list (with the names of its items) or a table of lines. */
  | { readonly is: 'list'; readonly fields: Fields; readonly items: readonly string[] | null };

/** Names and types of what can be read off an act, an item or a line. */
export type Fields = Readonly<Record<string, ConditionType>>;

/** The type a fact has in conditions; null = not known, fits everything. Ticks and yes-no answers are conditions by themselves. */
export function typeOfFact(type: FactType | null): ConditionType {
  if (!type) return { is: 'anything' };
  switch (type.is) {
    case 'one': case 'many': return { is: type.is, values: type.values.map((value) => value.id) };
    case 'items': return { is: 'list', fields: { ticked: { is: 'bool' } }, items: type.items.map((item) => item.id) };
    case 'lines': return { is: 'list', items: null, fields: Object.fromEntries(Object.entries(type.columns).map(([id, column]) => [id, typeOfFact(column)])) };
    case 'tick': case 'yes-no': return { is: 'bool' };
    case 'whole': return { is: 'number' };
    default: return { is: type.is };
  }
}

/** What `it` is inside `all(list, …)`; null when the type is no list. */
export function memberOf(type: ConditionType): ConditionType | null {
  if (type.is === 'many') return { is: 'one', values: type.values };
  if (type.is === 'list') return { is: 'record', fields: type.fields };
  if (type.is === 'people') return { is: 'person' };
  return type.is === 'anything' ? type : null;
}

const COUNTED = ['figure', 'number'];
const MONEY = ['figure', 'money'];
const BEARERS = ['bearer', 'person'];

/** Whether two types may be compared. */
export function comparable(left: ConditionType, right: ConditionType): boolean {
  if (left.is === 'anything' || right.is === 'anything' || left.is === right.is) return left.is !== 'record';
  return [COUNTED, MONEY, BEARERS].some((family) => family.includes(left.is) && family.includes(right.is));
}

/** Whether one value can be greater than another. */
export function ordered(type: ConditionType): boolean {
  return ['figure', 'number', 'money', 'duration', 'instant', 'date', 'anything'].includes(type.is);
}

const NAMES: Readonly<Record<ConditionType['is'], string>> = {
  bool: '是否', figure: '数字', number: '数字', money: '金额', duration: '一段时间', instant: '时刻', date: '日期', text: '文字', bearer: '岗位、部门或角色', person: '人',
  people: '多个人', file: '文件', part: '备件', anything: '任意值', one: '选项', many: '多个选项', record: '一次办理或一行', list: '清单',
};

/** Names a type for people, in both languages. */
export function describeType(type: ConditionType): { readonly zh: string; readonly en: string } {
  if (type.is === 'one' || type.is === 'many') return { zh: `${NAMES[type.is]}（${type.values.join('、')}）`, en: `${type.is} of ${type.values.join(', ')}` };
  return { zh: NAMES[type.is], en: type.is === 'bool' ? 'yes or no' : type.is === 'figure' ? 'number' : type.is };
}
