import { createReadStream } from 'node:fs';

/** Ways in which Chinese text files are written: Unicode, or the national standard that older programs keep to. */
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/**
 * Reads a text file piece by piece. The encoding is what its mark says; without one it is UTF-8 if every byte of the file fits, else GB 18030.
 * @throws the file system's error when it cannot be read.
 */
export async function* lettersOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(file));
  for await (const piece of createReadStream(file)) yield decoder.decode(piece as Buffer, { stream: true });
  yield decoder.decode();
}

async function encodingOf(file: string): Promise<Encoding> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  try {
    for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
      if (first && piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le';
      if (first && piece[0] === 0xfe && piece[1] === 0xff) return 'utf-16be';
      first = false;
      strict.decode(piece, { stream: true });
    }
    strict.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'gb18030';
    throw error;
  }
}
