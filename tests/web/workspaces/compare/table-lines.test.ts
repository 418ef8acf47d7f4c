// Which lines does the table of the comparison show?
import { expect, it } from 'vitest'
import type { Row } from '#geodata/contract/processes/comparison.ts'
import { type Fold, tableLines } from '#web/workspaces/compare/table-lines.ts'

const row = (id: string, group: Row['group'], differs = true) => ({ id, group, differs }) as Row
const rows = [
  row('criterion plantMinutes', 'market'),
  row('plant C01', 'market'),
  row('plant C02', 'market', false),
  row('record level', 'policy', false),
  row('hub H01', 'logistics'),
]
const shown = (onlyDifferences: boolean, ...unfolded: Fold[]) =>
  tableLines(rows, { onlyDifferences, unfolded: new Set(unfolded) }).map(({ group, lines }) => [
    group,
    ...lines.map((line) => (line.kind === 'row' ? line.row.id : `${line.fold} ×${line.count}`)),
  ])

it('folds single plants and hubs under one line of their group', () => {
  expect(shown(false)).toEqual([
    ['market', 'criterion plantMinutes', 'plant ×2'],
    ['logistics', 'hub ×1'],
    ['policy', 'record level'],
  ])
})

it('names every plant once it is unfolded, and leaves the hubs folded', () => {
  expect(shown(false, 'plant').slice(0, 2)).toEqual([
    ['market', 'criterion plantMinutes', 'plant ×2', 'plant C01', 'plant C02'],
    ['logistics', 'hub ×1'],
  ])
})

it('leaves out rows and groups in which nothing differs', () => {
  expect(shown(true, 'plant')).toEqual([
    ['market', 'criterion plantMinutes', 'plant ×1', 'plant C01'],
    ['logistics', 'hub ×1'],
  ])
})

it('leaves out rows that are hidden, and a group of which nothing is left', () => {
  const hiddenRows = ['record level', 'plant C01']
  const lines = tableLines(rows, { onlyDifferences: false, unfolded: new Set(), hiddenRows })
  expect(lines.map(({ group }) => group)).toEqual(['market', 'logistics'])
  expect(lines[0]?.lines).toContainEqual({ kind: 'fold', fold: 'plant', count: 1 })
})
