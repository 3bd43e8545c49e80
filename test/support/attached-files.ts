/** The beginnings of one honest file of each kind, for tests. */
interface Sample { readonly bytes: Buffer; readonly mediaType: string; readonly ending: string }

const text = (...parts: (string | number[])[]): Buffer => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const boxed = (brand: string): Buffer => text([0, 0, 0, 24], `ftyp${brand}`, [0, 0, 0, 0], `${brand}mif1`, [0, 0, 0, 8], 'mdat');
const framed = (start: number[]): Buffer => Buffer.concat(Array.from({ length: 8 }, () => Buffer.concat([Buffer.from(start), Buffer.alloc(413)])));

export const SAMPLES: Readonly<Record<string, Sample>> = {
  png: { bytes: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64'), mediaType: 'image/png', ending: 'png' },
  jpeg: { bytes: text([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF', [0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9]), mediaType: 'image/jpeg', ending: 'jpg' },
  gif: { bytes: text('GIF89a', [1, 0, 1, 0, 0, 0, 0, 0x3b]), mediaType: 'image/gif', ending: 'gif' },
  webp: { bytes: text('RIFF', [26, 0, 0, 0], 'WEBPVP8L', [13, 0, 0, 0, 0x2f, 0, 0, 0, 0x10, 7, 0x10, 0x11, 0x11, 0x88, 0x88, 0xfe, 7, 0]), mediaType: 'image/webp', ending: 'webp' },
  heic: { bytes: boxed('heic'), mediaType: 'image/heic', ending: 'heic' },
  pdf: { bytes: text('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'), mediaType: 'application/pdf', ending: 'pdf' },
  mp3: { bytes: framed([0xff, 0xfb, 0x90, 0x64]), mediaType: 'audio/mpeg', ending: 'mp3' },
  m4a: { bytes: boxed('M4A '), mediaType: 'audio/mp4', ending: 'm4a' },
  aac: { bytes: framed([0xff, 0xf1, 0x50, 0x80]), mediaType: 'audio/aac', ending: 'aac' },
  wav: { bytes: text('RIFF', [36, 0, 0, 0], 'WAVEfmt ', [16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x40, 0x1f, 0, 0, 1, 0, 8, 0], 'data', [0, 0, 0, 0]), mediaType: 'audio/wav', ending: 'wav' },
  amr: { bytes: text('#!AMR\n', [0x3c, 0x91, 0x17]), mediaType: 'audio/amr', ending: 'amr' },
  ogg: { bytes: text('OggS', Array.from({ length: 24 }, () => 0), 'OpusHead', [1, 1, 0, 0]), mediaType: 'audio/ogg', ending: 'ogg' },
  mp4: { bytes: boxed('isom'), mediaType: 'video/mp4', ending: 'mp4' },
};
