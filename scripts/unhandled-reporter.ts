// What went wrong outside the tests, as a process that ended by itself? Said at the end, where it is read.
import type { Reporter, TestModule } from 'vitest/node'

/** One line per error: its message with what caused it. */
export function unhandledLines(errors: readonly { message?: string; cause?: unknown }[]): string[] {
  return errors.map(({ message, cause }) => {
    const why = (cause as Error | undefined)?.message
    return `outside the tests: ${message ?? 'an error without words'}${why ? `: ${why}` : ''}`
  })
}

// Vitest takes a reporter from a file by its default export only.
export default class UnhandledReporter implements Reporter {
  onTestRunEnd(
    _modules: readonly TestModule[],
    errors: readonly { message?: string; cause?: unknown }[],
  ): void {
    for (const line of unhandledLines(errors)) console.log(line)
  }
}
