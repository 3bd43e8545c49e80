import { pinyin } from 'pinyin-pro';

/** The first letters of a title's syllables, digits and Latin letters as they are, nothing else: `报修3号楼` → `bx3hl`. */
export function initialsOf(title: string): string {
  const letters = pinyin(title.normalize('NFKC'), { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' });
  return letters.join('').toLowerCase().replace(/[^a-z0-9]/g, '');
}
