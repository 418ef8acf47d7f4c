// Into which workbooks do the rows that were sent back go?
import { expect, it } from 'vitest'
import { mendParts } from '#web/workspaces/layout/import/mend-links.tsx'

it('leaves no row out, and fills one workbook after the other', () => {
  expect(mendParts(0)).toEqual([])
  expect(mendParts(3000)).toEqual([{ part: 1, from: 1, to: 3000 }])
  expect(mendParts(6001)).toEqual([
    { part: 1, from: 1, to: 3000 },
    { part: 2, from: 3001, to: 6000 },
    { part: 3, from: 6001, to: 6001 },
  ])
})
