/** A kind of file that may be attached: how it is served, and the endings its name may carry (the first is the usual one). */
export interface FileKind { readonly mediaType: string; readonly endings: readonly string[]; /** A browser may show or play it in the page. */ readonly inline: boolean }

const JPEG: FileKind = { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'], inline: true };
const HEIC: FileKind = { mediaType: 'image/heic', endings: ['heic', 'heif'], inline: true };
const M4A: FileKind = { mediaType: 'audio/mp4', endings: ['m4a', 'mp4'], inline: true };
const OGG: FileKind = { mediaType: 'audio/ogg', endings: ['ogg', 'oga', 'opus'], inline: true };

/** By the type that was found in the content. What is not here is not taken. */
const KINDS: Readonly<Record<string, FileKind>> = {
  'image/jpeg': JPEG,
  'image/png': { mediaType: 'image/png', endings: ['png'], inline: true },
  'image/webp': { mediaType: 'image/webp', endings: ['webp'], inline: true },
  'image/gif': { mediaType: 'image/gif', endings: ['gif'], inline: true },
  'image/heic': HEIC,
  'image/heif': HEIC,
  'application/pdf': { mediaType: 'application/pdf', endings: ['pdf'], inline: true },
  'audio/mpeg': { mediaType: 'audio/mpeg', endings: ['mp3'], inline: true },
  'audio/mp4': M4A,
  'audio/x-m4a': M4A,
  'audio/aac': { mediaType: 'audio/aac', endings: ['aac'], inline: true },
  'audio/wav': { mediaType: 'audio/wav', endings: ['wav'], inline: true },
  'audio/amr': { mediaType: 'audio/amr', endings: ['amr'], inline: true },
  'audio/ogg': OGG,
  'audio/ogg; codecs=opus': OGG,
  'video/mp4': { mediaType: 'video/mp4', endings: ['mp4', 'm4v'], inline: false },
};

/** The kind a file is taken as, or undefined when it is not taken. @param found - the type found in its content. */
export function kindFound(found: string): FileKind | undefined {
  return Object.hasOwn(KINDS, found) ? KINDS[found] : undefined;
}

/** The kind of a file that was taken, by the type it was stored with. */
export function kindStored(mediaType: string): FileKind | undefined {
  return Object.values(KINDS).find((kind) => kind.mediaType === mediaType);
}
