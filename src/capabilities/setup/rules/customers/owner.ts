import { normalPhone } from '#capabilities/customers/contract.ts';
import type { Text } from '#engine/text.ts';
import type { Said, Seen, Who } from './plan.ts';

/** Whom a row names by phone, by name or by both; nobody where it names none. */
export function ownerOf(said: Said, seen: Seen): { readonly who: Who | null; readonly name: string } | { readonly why: Text } {
  const [name, phone] = [said('name'), normalPhone(said('phone'))];
  if (name === '' && phone === '') return { who: null, name: '' };
  const [first, ...more] = seen.customersWith(phone, name);
  if (!first) return { why: { zh: `没有客户「${`${name} ${said('phone')}`.trim()}」，请先导入客户`, en: `There is no customer “${`${name} ${said('phone')}`.trim()}”; import customers first` } };
  if (more.length > 0) return { why: { zh: `「${name || said('phone')}」有 ${more.length + 1} 位客户，请同时写姓名和电话`, en: `${more.length + 1} customers are “${name || said('phone')}”; write both name and phone` } };
  return { who: first, name: first.name };
}
