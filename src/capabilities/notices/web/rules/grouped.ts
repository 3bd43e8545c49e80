import type { NoticeClass, NoticeJson } from '../../contract.ts';

/** The gravest first. */
const CLASSES = ['alarm', 'reminder', 'information'] as const satisfies readonly NoticeClass[];
type Placed = Pick<NoticeJson, 'id' | 'class' | 'read' | 'takenAt' | 'at'>;

export interface Grouped<N> { readonly class: NoticeClass; readonly items: readonly N[] }

/** Notices by their class; in each, alarms nobody took first, then the unread, then the newest. One that stands in both lists is there once. */
export function grouped<N extends Placed>(...lists: readonly (readonly N[])[]): readonly Grouped<N>[] {
  const all = [...new Map(lists.flat().map((notice) => [notice.id, notice])).values()];
  return CLASSES.map((name) => ({ class: name, items: all.filter((notice) => notice.class === name).sort(before) })).filter(({ items }) => items.length > 0);
}

function before(left: Placed, right: Placed): number {
  return rank(left) - rank(right) || Date.parse(right.at) - Date.parse(left.at);
}

const rank = ({ class: name, read, takenAt }: Placed): number => (name === 'alarm' && takenAt === null ? 0 : read ? 2 : 1);
