// Runs every check in order and closes with what was not tested, the time, the plain count of tests and
// the name of each that failed.
//
// `--quick` leaves out the browser and what left-to-test.ts lists: the loop to run before each commit.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { failedLines } from '#scripts/failed-tests.ts'
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
  const file = path.join(resultDir, `${config}.json`)
  const began = performance.now()
  const result = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config',
      config,
      '--reporter=default',
      '--reporter=json',
      '--reporter=./scripts/skipped-reporter.ts',
      '--reporter=./scripts/slowest-reporter.ts',
      '--reporter=./scripts/retried-reporter.ts',
      `--outputFile.json=${file}`,
    ],
    { stdio: 'inherit', env: { ...process.env, ...(quick ? { QUICK_LOOP: '1' } : {}) } },
  )
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const counts = readReport(file)
  passed += counts.passed
  failed += counts.failed
  failures.push(...counts.lines)
  // A crash outside a test (a broken import, an unhandled rejection) must not pass for zero failures.
  if (result.status !== 0 && counts.failed === 0) {
    failed += 1
    if (counts.lines.length === 0)
      failures.push(`FAILED ${name}: ended with an error outside its tests`)
  }
  console.log(`${result.status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
}

function readReport(file: string): { passed: number; failed: number; lines: string[] } {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      lines: failedLines(report, process.cwd()),
    }
  } catch {
    return { passed: 0, failed: 1, lines: ['FAILED: the tests left no report'] }
  }
}
