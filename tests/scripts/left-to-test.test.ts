// Is every file that the quick loop leaves out there? One that was renamed would be left out no more.
import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { LEFT_TO_TEST } from '#scripts/left-to-test.ts'

it('names files that are there', () => {
  expect(LEFT_TO_TEST.filter((file) => !existsSync(file))).toEqual([])
})
