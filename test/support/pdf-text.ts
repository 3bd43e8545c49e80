import { inflateSync } from 'node:zlib';

/** What can be read on each page of a PDF of ours: the words in the order in which they are drawn, without blanks between them. */
export function pdfPages(pdf: Buffer): readonly string[] {
  const objects = objectsOf(pdf);
  const maps = new Map<string, ReadonlyMap<number, string>>();
  const mapOf = (font: string): ReadonlyMap<number, string> => {
    const known = maps.get(font);
    if (known) return known;
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.head ?? '')?.[1] ?? '';
    const map = unicodeMap(objects.get(unicode)?.stream ?? '');
    maps.set(font, map);
    return map;
  };
  return [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head)).map(({ head }) => {
    const fonts = new Map([...head.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, mapOf(id)]));
    return wordsOf(objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '')?.stream ?? '', fonts);
  });
}

interface PdfObject { readonly head: string; readonly stream: string }

function objectsOf(pdf: Buffer): ReadonlyMap<string, PdfObject> {
  const text = pdf.toString('latin1');
  return new Map([...text.matchAll(/(\d+) 0 obj\s([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => {
    const at = body.indexOf('stream\n');
    if (at < 0) return [id, { head: body, stream: '' }];
    const head = body.slice(0, at);
    const bytes = Buffer.from(body.slice(at + 7, body.lastIndexOf('\nendstream')), 'latin1');
    return [id, { head, stream: (head.includes('FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1') }];
  }));
}

const fromHex = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

function unicodeMap(cmap: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', text = ''] of block.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g)) map.set(Number.parseInt(glyph, 16), fromHex(text));
  }
  return map;
}

/** Draws change fonts (`/f0 10 Tf`) and show glyphs of two bytes, in brackets or as hexadecimal digits (`[(…) 12 <…>] TJ`). */
function wordsOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  const next = /\/(f\d+) [\d.]+ Tf|<([0-9a-fA-F]+)>|\(/g;
  let font: ReadonlyMap<number, string> = new Map();
  let words = '';
  for (let found = next.exec(content); found; found = next.exec(content)) {
    const [, name, hex] = found;
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    else {
      const shown = hex === undefined ? literalAt(content, next.lastIndex) : { bytes: [...Buffer.from(hex, 'hex')], end: next.lastIndex };
      next.lastIndex = shown.end;
      for (let at = 0; at + 1 < shown.bytes.length; at += 2) words += font.get(((shown.bytes[at] ?? 0) << 8) | (shown.bytes[at + 1] ?? 0)) ?? '';
    }
  }
  return words;
}

const ESCAPED: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** The bytes of a text in brackets; brackets within may stand unescaped where they are balanced. */
function literalAt(content: string, from: number): { readonly bytes: number[]; readonly end: number } {
  const bytes: number[] = [];
  let depth = 1;
  let at = from;
  for (; depth > 0 && at < content.length; at++) {
    const sign = content[at] ?? '';
    if (sign === '\\') {
      const octal = /^[0-7]{1,3}/.exec(content.slice(at + 1, at + 4))?.[0];
      const escaped = content[at + 1] ?? '';
      bytes.push(octal === undefined ? (ESCAPED[escaped] ?? escaped.charCodeAt(0)) : Number.parseInt(octal, 8));
      at += octal?.length ?? 1;
      continue;
    }
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (depth > 0) bytes.push(sign.charCodeAt(0));
  }
  return { bytes, end: at };
}
