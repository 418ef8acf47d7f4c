// Which test files took longest? What the loop costs should be seen before it hurts.
import type { Reporter, TestModule } from 'vitest/node'

const SHOWN = 10

/** One line per file, the slowest first, at most ten; import and hooks are part of what a file takes. */
export function slowestLines(milliseconds: ReadonlyMap<string, number>): string[] {
  return [...milliseconds]
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHOWN)
    .map(([file, one]) => `${(one / 1000).toFixed(1).padStart(7)} s  ${file}`)
}

// Vitest takes a reporter from a file by its default export only.
export default class SlowestReporter implements Reporter {
  readonly #milliseconds = new Map<string, number>()

  onTestModuleEnd(module: TestModule): void {
    const { collectDuration, duration } = module.diagnostic()
    this.#milliseconds.set(module.relativeModuleId, collectDuration + duration)
  }

  onTestRunEnd(): void {
    console.log(`The slowest files:\n${slowestLines(this.#milliseconds).join('\n')}`)
  }
}
