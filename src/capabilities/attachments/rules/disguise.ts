/** Markup that a page begins with: nothing like it stands at the start of a picture, a sound or a paper. */
const PAGE = /<(?:!doctype\s+html|html|head|body|script|svg|iframe|\?php)[\s>/]/i;
/** Programs for browsers and servers, wherever they stand. */
const PROGRAM = /^(?:<script[\s>/]|<\?php\s)/i;
const HEAD = 4096;
/** A PDF is recognised by its readers within so many bytes of the start. */
const PDF_HEAD = 1024;
const ARCHIVE_END = [0x50, 0x4b, 0x05, 0x06];
const ARCHIVE_END_SIZE = 22;
const LONGEST_COMMENT = 65_535;

/**
 * Whether a file is two things at once: a picture that is also a page, a program, a paper or an archive. Such files are made
 * to be taken for one thing here and run as another elsewhere.
 * @param bytes - the whole file. @param mediaType - what its content says it is.
 */
export function disguised(bytes: Uint8Array, mediaType: string): boolean {
  if (PAGE.test(asLetters(bytes.subarray(0, HEAD)))) return true;
  if (mediaType !== 'application/pdf' && asLetters(bytes.subarray(0, PDF_HEAD)).includes('%PDF-')) return true;
  return endsAsArchive(bytes) || containsProgram(bytes);
}

/** An archive is read from its end: a picture with one behind it is both. */
function endsAsArchive(bytes: Uint8Array): boolean {
  const first = Math.max(0, bytes.length - ARCHIVE_END_SIZE - LONGEST_COMMENT);
  for (let at = bytes.length - ARCHIVE_END_SIZE; at >= first; at--) {
    if (!ARCHIVE_END.every((byte, offset) => bytes[at + offset] === byte)) continue;
    const comment = (bytes[at + 20] ?? 0) + (bytes[at + 21] ?? 0) * 256;
    if (at + ARCHIVE_END_SIZE + comment === bytes.length) return true;
  }
  return false;
}

const LESS_THAN = 0x3c;
const PROGRAM_LENGTH = 8;

/** From one `<` to the next: a file of twenty megabytes never becomes a text of twenty million letters. */
function containsProgram(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(LESS_THAN); at >= 0; at = bytes.indexOf(LESS_THAN, at + 1)) {
    if (PROGRAM.test(asLetters(bytes.subarray(at, at + PROGRAM_LENGTH)))) return true;
  }
  return false;
}

/** One letter a byte; for pieces of a few thousand. */
function asLetters(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
