import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What somebody who cannot see, or not well, would stumble over on this page: findings called serious and worse, each with its places. */
export function stumblingBlocks(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(async () => {
    ${source};
    // What moves in while it is looked at has no colour of its own yet.
    await Promise.all(document.getAnimations().filter((each) => each.effect?.getTiming().iterations !== Infinity).map((each) => each.finished.catch(() => undefined)));
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.map(({ target, any }) => target.join(' ') + ' (' + (any[0]?.message ?? '') + ')').join('; '));
  })()`);
}
