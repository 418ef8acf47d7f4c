import { defineConfig } from 'vitest/config'
import { LEFT_TO_TEST } from './scripts/left-to-test.ts'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', ...(process.env.QUICK_LOOP ? LEFT_TO_TEST : [])],
    globalSetup: ['tests/support/built-base.ts'],
    setupFiles: ['tests/support/first-texts.ts'],
    // Oracles search everything anew: seconds on an idle machine, more beside other work.
    testTimeout: 60_000,
    // Hooks build bases and grids: seconds on an idle machine, more beside other work.
    hookTimeout: 120_000,
    // A worker keeps what it has imported and built for the files after: none leaves anything behind.
    isolate: false,
    unstubGlobals: true,
    // The quick loop is waited for: every core, where the default leaves one idle.
    maxWorkers: '100%',
  },
})
