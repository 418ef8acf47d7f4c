import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**'],
    globalSetup: ['tests/support/built-base.ts'],
    testTimeout: 30_000,
    // Hooks build bases and grids: seconds on an idle machine, more beside other work.
    hookTimeout: 60_000,
    // The quick loop is waited for: every core, where the default leaves one idle.
    maxWorkers: '100%',
  },
})
