import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindFound, type FileKind } from './kinds.ts';
import { labelOf } from './label.ts';

const jpeg = kindFound('image/jpeg') as FileKind;
const png = kindFound('image/png') as FileKind;

/** Any sign there is but halves of pairs; the library's own of this kind first writes a list of them all, which takes a second. */
const anySign = fc.nat(0x10f7ff).map((nth) => String.fromCodePoint(nth < 0xd800 ? nth : nth + 0x800));

describe('the label of a file', () => {
  it.each([
    ['现场照片.jpg', '现场照片.jpg'], ['IMG_0001.JPEG', 'IMG_0001.jpeg'], ['photo', 'photo.jpg'], ['photo.png', 'photo.jpg'], ['photo.jpg.exe', 'photo.jpg.jpg'], ['v1.2 final report', 'v1.2 final report.jpg'],
    ['../../etc/passwd', 'passwd.jpg'], ['C:\\Users\\li\\a.jpg', 'a.jpg'], ['.htaccess', 'htaccess.jpg'], ['..', 'file.jpg'], ['', 'file.jpg'], ['a\u0000b\u202egpj.exe', 'abgpj.jpg'], ['a"b<c>.jpg', 'a_b_c_.jpg'],
  ])('%j becomes %j', (claimed, label) => {
    expect(labelOf(claimed, jpeg)).toBe(label);
  });

  it('is never longer than 200 characters, never a path, always with a true ending', () => {
    fc.assert(fc.property(fc.string({ unit: anySign, maxLength: 400 }), (claimed) => {
      const label = labelOf(claimed, png);
      expect(label.length).toBeLessThanOrEqual(200);
      expect(label).toMatch(/^[^/\\\p{Cc}\p{Cf}\p{Cs}]+\.png$/u);
    }));
  });
});

describe('the kinds of files', () => {
  it('hold no name that belongs to every object', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'image/svg+xml', 'text/html']) expect(kindFound(name)).toBeUndefined();
  });
});
