import { expect, it } from 'vitest'
import { slowestLines } from '#scripts/slowest-reporter.ts'

it('names the ten slowest files, the slowest first', () => {
  const files = Array.from({ length: 12 }, (_, at) => [`tests/${at}.test.ts`, at * 1000] as const)
  const lines = slowestLines(new Map(files))
  expect(lines).toHaveLength(10)
  expect(lines[0]).toBe('   11.0 s  tests/11.test.ts')
  expect(lines.at(-1)).toBe('    2.0 s  tests/2.test.ts')
})
