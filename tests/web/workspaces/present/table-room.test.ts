// How much of its map does a scene give to a table?
import { expect, it } from 'vitest'
import type { LiveFigure } from '#geodata/contract/stories.ts'
import { roomOf, tableUnits } from '#web/workspaces/present/table-room.ts'

const place = (id: string) => ({ collection: 'hubs' as const, id })
const matrix = (columns: number, where: 'list' | 'text' = 'list'): LiveFigure => ({
  kind: 'matrix',
  id: 'm',
  label: { zh: '', en: '' },
  place: where,
  from: [place('a')],
  to: Array.from({ length: columns }, (_, index) => place(`h${index}`)),
})

it('gives more the more columns there are, by the table that has the most', () => {
  expect([1, 3, 4, 5, 6, 8].map((columns) => roomOf('matrix', columns))).toEqual([
    'few',
    'few',
    'some',
    'some',
    'many',
    'many',
  ])
  const units = (...figures: LiveFigure[]) => tableUnits({ figures })
  expect(units()).toBe(0)
  expect(units(matrix(3))).toBe(0)
  expect(units(matrix(2), matrix(4))).toBeGreaterThan(0)
  expect(units(matrix(8), matrix(4))).toBeGreaterThan(units(matrix(4)))
})

it('gives nothing to a table that is told in the words alone', () => {
  expect(tableUnits({ figures: [matrix(8, 'text')] })).toBe(0)
})
