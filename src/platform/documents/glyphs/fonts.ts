import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '#platform/config/index.ts';
import { coverageOf } from './coverage.ts';

/** Everyday characters; their bold has the same ones. Rare ones come from the third file, in one weight. */
const DRAWN_FROM = ['NotoSansSC-Regular.ttf', 'NotoSansSC-Rare.ttf'];

/** Where the fonts of papers lie. */
export const fontFolder = (): string => join(packageRoot(), 'src', 'platform', 'documents', 'fonts');

let drawn: ReadonlySet<number> | null = null;

/** The code points that can be printed; read from the fonts once. */
export function drawnCharacters(): ReadonlySet<number> {
  drawn ??= new Set(DRAWN_FROM.flatMap((file) => [...coverageOf(readFileSync(join(fontFolder(), file)))]));
  return drawn;
}
