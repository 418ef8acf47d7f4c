// Which tests were skipped, and why? One line per reason, so that none is left out silently.
import type { Reporter, TestCase } from 'vitest/node'

// Vitest takes a reporter from a file by its default export only.
export default class SkippedReporter implements Reporter {
  readonly #countByReason = new Map<string, number>()

  onTestCaseResult(test: TestCase): void {
    const result = test.result()
    if (result.state !== 'skipped') return
    const reason = `${test.module.relativeModuleId}: ${result.note ?? test.fullName}`
    this.#countByReason.set(reason, (this.#countByReason.get(reason) ?? 0) + 1)
  }

  onTestRunEnd(): void {
    for (const [reason, count] of this.#countByReason) console.log(`skipped ${count} of ${reason}`)
  }
}
