/**
 * The code points that a TrueType font can draw, read from its `cmap` table (formats 4 and 12, which are all that ours have).
 * @throws RangeError for bytes that are no font.
 */
export function coverageOf(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableAt(view, 'cmap');
  const drawn = new Set<number>();
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const table = cmap + view.getUint32(cmap + 4 + 8 * index + 4);
    const format = view.getUint16(table);
    if (format === 4) readSegments(view, table, drawn);
    if (format === 12) readGroups(view, table, drawn);
  }
  return drawn;
}

function tableAt(view: DataView, name: string): number {
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + 16 * index;
    const tag = String.fromCharCode(view.getUint8(record), view.getUint8(record + 1), view.getUint8(record + 2), view.getUint8(record + 3));
    if (tag === name) return view.getUint32(record + 8);
  }
  throw new RangeError(`The font has no table “${name}”.`);
}

/** Format 4: segments of the first plane. A glyph of number 0 means “cannot be drawn”. */
function readSegments(view: DataView, table: number, drawn: Set<number>): void {
  const doubled = view.getUint16(table + 6);
  for (let at = 0; at < doubled; at += 2) {
    const end = view.getUint16(table + 14 + at);
    const start = view.getUint16(table + 16 + doubled + at);
    const delta = view.getUint16(table + 16 + 2 * doubled + at);
    const place = table + 16 + 3 * doubled + at;
    const offset = view.getUint16(place);
    for (let point = start; point <= end && point !== 0xffff; point++) {
      const found = offset === 0 ? point : view.getUint16(place + offset + 2 * (point - start));
      if (found !== 0 && ((found + delta) & 0xffff) !== 0) drawn.add(point);
    }
  }
}

/** Format 12: groups over all planes. */
function readGroups(view: DataView, table: number, drawn: Set<number>): void {
  for (let index = 0; index < view.getUint32(table + 12); index++) {
    const group = table + 16 + 12 * index;
    for (let point = view.getUint32(group); point <= view.getUint32(group + 4); point++) drawn.add(point);
  }
}
