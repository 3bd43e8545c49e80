import type { Locator, Page } from 'playwright-core';

/** Counts what the brief counts: a click, a shortcut, Enter on a choice. Typing itself is none. */
export interface Counted { readonly times: number; press(key: string): Promise<void>; click(target: Locator): Promise<void> }

export function counted(page: Page): Counted {
  let times = 0;
  return {
    get times() { return times; },
    press: async (key) => { times++; await page.keyboard.press(key); },
    click: async (target) => { times++; await target.click(); },
  };
}

/** Whether something is wholly on the screen, without scrolling. */
export async function inSight(page: Page, target: Locator): Promise<boolean> {
  const box = await target.first().boundingBox();
  const size = page.viewportSize();
  return box !== null && size !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width + 1 && box.y + box.height <= size.height + 1;
}
