// Would a test notice? Changes geodata/network in small ways and runs its tests against each.
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts' },
  mutate: ['geodata/network/**/*.ts'],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  reporters: ['clear-text'],
  clearTextReporter: { logTests: false, reportTests: false },
  timeoutMS: 3000,
  timeoutFactor: 2,
  tempDirName: '.stryker',
  ignorePatterns: ['dist', 'data', 'docs', 'web', 'server'],
  // It would be rewritten by a part of TypeScript that version 7 has not; vitest reads none.
  tsconfigFile: 'none',
}
