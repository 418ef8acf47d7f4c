// Runs every check in order and closes with what was not tested, the time, the plain count of tests and
// the name of each that failed.
//
// `--quick` leaves out the browser and what left-to-test.ts lists: the loop to run before each commit.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cutShort, failedLines, type TestReport } from '#scripts/failed-tests.ts'
import { LEFT_TO_TEST } from '#scripts/left-to-test.ts'
import { missingTools, toolsNote } from '#scripts/peer-tools.ts'

const started = performance.now()
const quick = process.argv.includes('--quick')
const bin = (name: string) => path.join('node_modules', '.bin', name)
const resultDir = mkdtempSync(path.join(tmpdir(), 'park-atlas-test-'))
let passed = 0
let failed = 0
const failures: string[] = []

step('lint', bin('biome'), ['check', '--error-on-warnings', '.'])
step('types', bin('tsc'), ['--noEmit'])
step('imports', process.execPath, ['scripts/check-imports.ts'])
suite('unit and API', 'vitest.config.ts')
if (!quick) suite('browser', 'vitest.browser.config.ts')

rmSync(resultDir, { recursive: true })
const note = toolsNote(missingTools(process.env.PATH ?? ''))
if (note) console.log(note)
if (quick) console.log(`left to npm test: the browser, ${LEFT_TO_TEST.join(', ')}`)
console.log(`${((performance.now() - started) / 1000).toFixed(1)} s in all`)
console.log(`${passed} passed, ${failed} failed`)
for (const line of failures) console.log(line)
process.exit(failed === 0 ? 0 : 1)

function step(name: string, command: string, args: string[]): void {
  const began = performance.now()
  const result = spawnSync(command, args, { stdio: 'inherit' })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${result.status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
  if (result.status === 0) passed += 1
  else {
    failed += 1
    failures.push(`FAILED ${name}`)
  }
}

function suite(name: string, config: string): void {
  const began = performance.now()
  const { status, report } = vitest(config)
  const counts = countsOf(report)
  const crashed = report ? cutShort(report) : []
  // A process that ended under its tests has shown nothing of them: they run once more, and it is told.
  const again =
    crashed.length > 0
      ? vitest(
          config,
          crashed.map((file) => file.name),
        )
      : null
  const isMended =
    again?.status === 0 && counts.failed === 0 && counts.lines.length === crashed.length
  if (again) {
    counts.passed += countsOf(again.report).passed - passedIn(crashed)
    if (isMended) counts.lines = []
    else counts.lines.push(...countsOf(again.report).lines)
    for (const file of crashed)
      console.log(`ran a second time, since its process ended: ${path.relative('', file.name)}`)
  }
  const isRight = status === 0 || isMended
  passed += counts.passed
  failed += counts.failed
  failures.push(...counts.lines)
  // A crash outside a test (a broken import, an unhandled rejection) must not pass for zero failures.
  if (!isRight && counts.failed === 0) {
    failed += 1
    if (counts.lines.length === 0)
      failures.push(`FAILED ${name}: ended with an error outside its tests`)
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${isRight ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
}

/** Runs the files, or all of the configuration; null where it left no report. */
function vitest(config: string, files: readonly string[] = []) {
  const file = path.join(mkdtempSync(path.join(resultDir, 'run-')), 'report.json')
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...files,
      '--config',
      config,
      '--reporter=default',
      '--reporter=json',
      '--reporter=./scripts/skipped-reporter.ts',
      '--reporter=./scripts/slowest-reporter.ts',
      '--reporter=./scripts/retried-reporter.ts',
      '--reporter=./scripts/unhandled-reporter.ts',
      `--outputFile.json=${file}`,
    ],
    { stdio: 'inherit', env: { ...process.env, ...(quick ? { QUICK_LOOP: '1' } : {}) } },
  )
  return { status, report: readReport(file) }
}

function readReport(file: string): TestReport | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as TestReport
  } catch {
    return null
  }
}

function countsOf(report: TestReport | null): { passed: number; failed: number; lines: string[] } {
  if (!report) return { passed: 0, failed: 1, lines: ['FAILED: the tests left no report'] }
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  return {
    passed: passedIn(report.testResults),
    failed: tests.filter((test) => test.status === 'failed').length,
    lines: failedLines(report, process.cwd()),
  }
}

function passedIn(files: TestReport['testResults']): number {
  const tests = files.flatMap((file) => file.assertionResults)
  return tests.filter((test) => test.status === 'passed').length
}
