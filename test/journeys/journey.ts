import { chromium } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { openPeople } from './people.ts';

const { browser: found } = inject('showing');
if ('missing' in found) throw new Error(found.missing);
// The worker keeps it from file to file; the browser itself ends with the run.
const browser = await chromium.connect(found.at);

/**
 * A test that walks through the product in a browser: `journey('sentence', async ({ people }) => …)`. Its people have fresh windows of
 * their own, closed at the end. No journey passes that left an error on a console, or met an answer of 5xx, it did not announce.
 */
export const journey = test.extend('people', async ({ task }, { onCleanup }) => {
  const people = openPeople(browser);
  onCleanup(async () => {
    if (task.result?.state === 'fail') await people.picture();
    await people.leave();
    expect(people.complaints(), 'errors nobody announced').toEqual([]);
  });
  return people;
});
