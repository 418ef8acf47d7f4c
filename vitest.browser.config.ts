import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/support/shared-atlas.ts'],
    // A test waits for its browser more than it works: two files at once use both cores of the least machine.
    maxWorkers: 2,
    isolate: false,
    // Named at the end of the run (scripts/retried-reporter.ts).
    retry: 1,
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // As long as a page waits for its parts: a busy machine takes longer than the usual second.
    expect: { poll: { timeout: 60_000 } },
    passWithNoTests: true,
  },
})
