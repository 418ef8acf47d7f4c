// Which browser tests came right only the second time? A machine that is slow for a moment fails no run,
// and a test that needs luck is named in every run until it is mended.
import type { Reporter, TestCase } from 'vitest/node'

// Vitest takes a reporter from a file by its default export only.
export default class RetriedReporter implements Reporter {
  readonly #lines: string[] = []

  onTestCaseResult(test: TestCase): void {
    if (!test.diagnostic()?.flaky) return
    const why = test.result().errors?.[0]?.message.split('\n')[0] ?? 'no reason given'
    this.#lines.push(
      `came right the second time: ${test.module.relativeModuleId} > ${test.fullName}: ${why}`,
    )
  }

  onTestRunEnd(): void {
    for (const line of this.#lines) console.log(line)
  }
}
