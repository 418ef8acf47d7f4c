import { expect, it } from 'vitest'
import { cutShort, failedLines } from '#scripts/failed-tests.ts'

const file = (
  name: string,
  status: string,
  message: string,
  tests: [string, string, string[]?][],
) => ({
  name: `/home/atlas/${name}`,
  status,
  message,
  assertionResults: tests.map(([fullName, one, failureMessages]) => ({
    fullName,
    status: one,
    failureMessages: failureMessages ?? [],
  })),
})

it('names each failed test with its file and the first line of its error', () => {
  const report = {
    testResults: [
      file('tests/web/a.test.ts', 'failed', '', [
        ['a park is found', 'passed'],
        ['a park moves', 'failed', ['AssertionError: expected 3 to be 4\n    at a.test.ts:7:3']],
        ['a park of long ago', 'skipped'],
      ]),
      file('tests/web/b.test.ts', 'passed', '', [['a link is drawn', 'passed']]),
    ],
  }
  expect(failedLines(report, '/home/atlas')).toEqual([
    'FAILED tests/web/a.test.ts > a park moves: AssertionError: expected 3 to be 4',
  ])
})

it('names a file that could not be loaded, which has no test to name', () => {
  const report = {
    testResults: [
      file('tests/web/c.test.ts', 'failed', '\nCannot find module #web/nowhere.ts\nRequire', []),
    ],
  }
  expect(failedLines(report, '/home/atlas')).toEqual([
    'FAILED tests/web/c.test.ts > (did not load): Cannot find module #web/nowhere.ts',
  ])
})

it('tells a file whose process ended under it from one that failed or could not be loaded', () => {
  const report = {
    testResults: [
      file('tests/web/a.test.ts', 'failed', '', [['a park moves', 'failed', ['AssertionError']]]),
      file('tests/web/c.test.ts', 'failed', 'Cannot find module #web/nowhere.ts', []),
      file('tests/web/d.test.ts', 'failed', '', [
        ['a link is drawn', 'passed'],
        ['a link is cut', 'pending'],
      ]),
      file('tests/web/e.test.ts', 'passed', '', [['a link is drawn', 'passed']]),
    ],
  }
  expect(cutShort(report).map(({ name }) => name)).toEqual(['/home/atlas/tests/web/d.test.ts'])
})
