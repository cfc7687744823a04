import { defineConfig } from 'vitest/config';

/** Stages of a test run, fastest first: `vitest run --project unit`. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    allowOnly: false,
    passWithNoTests: false,
    restoreMocks: true,
    // What is waited for comes when a busy machine gets to it.
    expect: { poll: { timeout: 30_000 } },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}'],
      exclude: ['src/admin/**', '**/index.ts', 'src/composition/ports/**', 'src/web/*/client/**'],
      reporter: ['text-summary', 'html', 'json-summary'],
      reportsDirectory: 'coverage',
      // The trade's own rules are cheap to test: a floor, so that an untested rule is noticed.
      thresholds: { 'src/domain/**': { lines: 80, branches: 75 } },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          pool: 'threads',
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'adapters',
          sequence: { groupOrder: 2 },
          include: ['tests/adapters/**/*.test.ts'],
          pool: 'forks',
          // ffmpeg and Chromium want the machine for themselves.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          sequence: { groupOrder: 3 },
          globalSetup: ['tests/helpers/global-setup.ts'],
          include: ['tests/integration/**/*.test.ts'],
          // One process without isolation: Strapi boots once and serves every file.
          pool: 'forks',
          maxWorkers: 1,
          isolate: false,
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journey',
          sequence: { groupOrder: 4 },
          globalSetup: ['tests/helpers/global-setup.ts'],
          include: ['tests/journey/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
