import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Colours are the only thing that the dark look changes: of the rules that are asked, these look at them. */
const OF_COLOURS = "{ type: 'rule', values: ['color-contrast', 'link-in-text-block'] }";

/**
 * What somebody who cannot see, or not well, would stumble over on this page: findings called serious and worse, each with its places.
 * Everything is asked of the light look; then the same page turns dark, and its colours are asked about again.
 */
export async function stumblingBlocks(page: Page): Promise<readonly string[]> {
  const light = await found(page, 'undefined');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-shade="dark"]').waitFor({ state: 'attached' });
  const dark = await found(page, OF_COLOURS);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.locator('html[data-shade="light"]').waitFor({ state: 'attached' });
  return [...light, ...dark.map((each) => `in the dark: ${each}`)];
}

function found(page: Page, only: string): Promise<readonly string[]> {
  return page.evaluate(`(async () => {
    if (!window.axe) { ${source}; }
    // What moves in, or turns from light to dark, has no colour of its own yet; and it begins to a frame after it was told to.
    const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const moving = () => document.getAnimations().filter((each) => each.playState === 'running' && each.effect?.getTiming().iterations !== Infinity);
    await drawn();
    for (let each = moving(); each.length > 0; each = moving()) await Promise.all(each.map(({ finished }) => finished.catch(() => undefined))).then(drawn);
    const { violations } = await axe.run(document, { resultTypes: ['violations'], runOnly: ${only} });
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.map(({ target, any }) => target.join(' ') + ' (' + (any[0]?.message ?? '') + ')').join('; '));
  })()`);
}
