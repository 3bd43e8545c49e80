import { describe, expect, it } from 'vitest';
import { disguised } from './disguise.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const filled = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => (index * 31) % 251);
const joined = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
const archiveEnd = (comment: string): Uint8Array => joined(bytes('PK\x05\x06'), new Uint8Array(16), Uint8Array.of(comment.length, 0), bytes(comment));

describe('a file in disguise', () => {
  it.each([
    ['a page behind a picture’s first bytes', bytes('GIF89a/*<svg onload=alert(1)>*/')],
    ['a page in capitals', bytes('\x89PNG\r\n\x1a\n<!DOCTYPE HTML><HTML>')],
    ['a program far behind the start', joined(filled(70_000), bytes('<script>alert(1)</script>'))],
    ['a program at the very end, after many signs like its own', joined(bytes('<<s<<sc'.repeat(2000)), bytes('<SCRIPT\n'))],
    ['a program for a server', joined(filled(9000), bytes('<?php system(1);'))],
    ['a paper inside a picture', joined(bytes('\xff\xd8\xff'), filled(500), bytes('%PDF-1.7'))],
    ['an archive behind a picture', joined(filled(5000), archiveEnd(''))],
    ['an archive with a comment', joined(filled(5000), archiveEnd('hello'))],
  ])('is found: %s', (_what, content) => {
    expect(disguised(content, 'image/jpeg')).toBe(true);
  });

  it.each([
    ['bytes of every value', filled(200_000)], ['the words a photo program leaves', bytes('\xff\xd8\xff\xe1http://ns.adobe.com/xap/1.0/\0<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/">')],
    ['the list a telephone leaves', bytes('<?xml version="1.0"?><!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN">')], ['the mark of an archive that ends elsewhere', joined(archiveEnd(''), filled(300))], ['nothing', new Uint8Array(0)],
  ])('is not seen in an honest one: %s', (_what, content) => {
    expect(disguised(content, 'image/jpeg')).toBe(false);
  });

  it('is not what begins as a paper and is one', () => {
    expect(disguised(bytes('%PDF-1.7\n1 0 obj'), 'application/pdf')).toBe(false);
  });
});
