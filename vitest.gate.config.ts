import { defineConfig } from 'vitest/config';

/** The long proofs: they take their minutes, and run before a release and not before every commit. */
export default defineConfig({
  test: {
    name: 'gate',
    include: ['test/gate/**/*.test.ts'],
    globalSetup: ['test/support/postgres.ts'],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    passWithNoTests: true,
    testTimeout: 30 * 60_000,
    hookTimeout: 10 * 60_000,
  },
});
