/** What a browser can show and every colleague can open. */
const SHOWN: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/heic', 'image/heif'];
const LARGEST = 20 * 1024 * 1024;
/** As many as a record takes. */
export const MOST_PICTURES = 20;

export type Unpasted = 'tiff' | 'kind' | 'large' | 'many';

/** Why something pasted cannot be attached; null when it can. @param there - how many are attached already */
export function whyNotPasted(file: { readonly type: string; readonly name: string; readonly size: number }, there: number): Unpasted | null {
  if (/tiff?$/iu.test(file.type) || /\.tiff?$/iu.test(file.name)) return 'tiff';
  if (!SHOWN.includes(file.type)) return 'kind';
  if (file.size > LARGEST) return 'large';
  return there >= MOST_PICTURES ? 'many' : null;
}
