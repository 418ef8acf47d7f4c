// The tests by which mutants are judged: fast, repeatable, without the shared data.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/geodata/network/**/*.test.ts'],
    setupFiles: ['tests/support/mutation-setup.ts'],
    testTimeout: 30_000,
    env: { TEST_DATA_DIR: 'absent' },
  },
})
