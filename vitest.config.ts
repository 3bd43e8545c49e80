import { defineConfig } from 'vitest/config';

const PURE = ['src/engine/**/*.test.ts', 'src/**/rules/**/*.test.ts'];

/**
 * Four kinds of tests, told apart by what they need:
 * `pure` nothing at all; `laws` the repository's own files; `server` one PostgreSQL for the run; `journeys` the whole product and a browser.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      // A property of a few hundred rounds takes a second; the limit only tells a test that hangs from a machine that is busy.
      { test: { name: 'pure', isolate: false, include: [...PURE, 'test/engine/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'laws', include: ['test/laws/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'server',
          // Loading the product costs more than most files test: the files of a worker share it. Each has a database of its own all the same.
          isolate: false,
          include: ['src/**/*.test.{ts,tsx}', 'test/server/**/*.test.ts', 'test/support/**/*.test.ts'],
          exclude: [...PURE, '**/node_modules/**'],
          globalSetup: ['test/support/postgres.ts'],
          pool: 'forks',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'journeys',
          isolate: false,
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/journeys/setup.ts'],
          pool: 'forks',
          // After the others: two browsers and two products leave nothing of two cores.
          sequence: { groupOrder: 1 },
          // Once more where a run decides whether something lands; the report marks who needed it.
          retry: process.env['CI'] ? 1 : 0,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // As patient as the pages' own waiting: a second is short for a notice on a machine that does other things.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
