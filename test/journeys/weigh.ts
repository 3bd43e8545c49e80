import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** Bytes of all scripts and style sheets that came to a page, packed as a proxy packs them. */
export async function weightOf(page: Page): Promise<number> {
  await page.waitForLoadState('networkidle');
  const came: readonly string[] = await page.evaluate("performance.getEntriesByType('resource').map((each) => each.name)");
  const parts = [...new Set(came)].filter((address) => /\.(?:js|css)$/u.test(address));
  const sizes = await Promise.all(parts.map(async (address) => gzipSync(await (await page.request.get(address)).body()).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}
