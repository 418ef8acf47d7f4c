// Which tests failed, and of what? A page of CI keeps only the last lines of a run, so these close it.

/** What is read of the report that Vitest writes as JSON. */
export interface TestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages?: readonly string[] | null
    }[]
  }[]
}

/** One line per failed test: its file, its name and the first line of its error; a file that did not load has one of its own. */
export function failedLines(report: TestReport, folder: string): string[] {
  return report.testResults.flatMap((file) => {
    const shown = file.name.startsWith(`${folder}/`)
      ? file.name.slice(folder.length + 1)
      : file.name
    const failed = file.assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0 && file.status === 'failed')
      return [line(shown, '(did not load)', file.message)]
    return failed.map((test) => line(shown, test.fullName, test.failureMessages?.[0] ?? ''))
  })
}

/**
 * The files whose process ended under them: failed, with no test that failed and no error of their own to
 * tell. A file that cannot be loaded has an error, and is none of these.
 */
export function cutShort(report: TestReport): TestReport['testResults'] {
  return report.testResults.filter(
    ({ status, message, assertionResults }) =>
      status === 'failed' &&
      message.trim() === '' &&
      !assertionResults.some((test) => test.status === 'failed'),
  )
}

function line(file: string, test: string, error: string): string {
  const first = error
    .split('\n')
    .map((one) => one.trim())
    .find((one) => one !== '')
  return `FAILED ${file} > ${test}${first ? `: ${first}` : ''}`
}
