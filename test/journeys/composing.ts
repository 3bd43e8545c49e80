import type { Locator, Page } from 'playwright-core';

/** Runs in the page: what an input method sends for Enter, Ctrl+Enter, F9 and Alt+0 while it composes, by both signs that browsers give. */
const COMPOSE = `(field) => {
  const press = (key, more) => field.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...more }));
  field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
  for (const sign of [{ isComposing: true }, { keyCode: 229 }]) {
    press('Enter', sign);
    press('Enter', { ...sign, ctrlKey: true });
    press('F9', sign);
    press('Digit0', { ...sign, altKey: true });
  }
  field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
}`;

/** Composes in a field as an input method does: nothing may be saved, chosen or opened by it. */
export async function compose(page: Page, field: Locator): Promise<void> {
  await field.focus();
  await page.evaluate(`(${COMPOSE})(document.activeElement)`);
}
