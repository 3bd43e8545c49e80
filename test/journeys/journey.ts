import { chromium } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { openPeople } from './people.ts';

const { browser: found } = inject('showing');

/**
 * A test that walks through the product in a browser: `journey('sentence', async ({ people }) => …)`. Its people have fresh windows of
 * their own, closed at the end. No journey passes that left an error on a console, or met an answer of 5xx, it did not announce.
 */
export const journey = test
  .extend('browser', { scope: 'file' }, async ({ task: _ }, { onCleanup }) => {
    if ('missing' in found) throw new Error(found.missing);
    const browser = await chromium.connect(found.at);
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('people', async ({ browser, onTestFailed }, { onCleanup }) => {
    const people = openPeople(browser);
    onTestFailed(() => people.picture());
    onCleanup(async () => {
      await people.leave();
      expect(people.complaints(), 'errors nobody announced').toEqual([]);
    });
    return people;
  });
